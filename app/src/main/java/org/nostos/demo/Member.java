package org.nostos.demo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.parties.PartyKind;

/// The people who work in the demo, one account each. They are as invented as those they work for.
enum Member {
    JUNIPER("Juniper Linden", Team.COMMITTEE, Role.ADMINISTRATOR),
    ELDER("Willow Elder", Team.COMMITTEE, Role.INTAKE_OFFICER),
    HAZEL("Hazel Linden", Team.COMMITTEE, Role.IDENTITY_REVIEWER),
    SORREL("Sorrel Finch", Team.COMMITTEE, Role.IDENTITY_REVIEWER),
    ROWAN("Ash Rowan", Team.COMMITTEE, Role.SECOND_REVIEWER),
    MOSS("Moss Hazelwood", Team.COMMITTEE, Role.CASE_OFFICER),
    SEDGE("Sedge Bramble", Team.COMMITTEE, Role.CASE_OFFICER),
    FERN("Fern Alder", Team.COMMITTEE, Role.LEGAL_REVIEWER),
    MAPLE("Maple Thorn", Team.COMMITTEE, Role.LEGAL_REVIEWER),
    CLOVER("Clover Reed", Team.COMMITTEE, Role.ANALYST),
    TEASEL("Teasel Brook", Team.COMMITTEE, Role.ANALYST),
    FLINT("Flint Tamarisk", Team.AUTHORITY, Role.INTAKE_OFFICER),
    WREN("Wren Thicket", Team.CAMP_WILLOW, Role.INTAKE_OFFICER),
    LARCH("Larch Jay", Team.CAMP_CEDAR, Role.INTAKE_OFFICER),
    PLUM("Plum Meadow", Team.MERIDIA, Role.INTAKE_OFFICER),
    LARK("Lark Meadow", Team.MERIDIA, Role.CONSULAR_OFFICER),
    BIRCH("Birch Snow", Team.VARLAND, Role.INTAKE_OFFICER),
    DOVE("Dove Juniper", Team.BOARD, Role.INDEPENDENT_REVIEWER),
    YARROW("Yarrow Field", Team.LINDEN, Role.COUNSEL),
    HERON("Heron Reed", Team.WATCH, Role.MONITOR);

    /// Who they work for.
    enum Team {
        COMMITTEE(PartyKind.COORDINATING_COMMITTEE, "Joint Return Committee", null),
        AUTHORITY(PartyKind.HOLDING_AUTHORITY, "Tamarisk Holding Authority", null),
        CAMP_WILLOW(PartyKind.HOLDING_AUTHORITY, "Camp Willow", null),
        CAMP_CEDAR(PartyKind.HOLDING_AUTHORITY, "Camp Cedar", null),
        MERIDIA(PartyKind.STATE, "Meridia", "XMD"),
        VARLAND(PartyKind.STATE, "Varland", "XVR"),
        BOARD(PartyKind.REVIEW_BODY, "Board of Review", null),
        LINDEN(PartyKind.LEGAL_AID, "Linden Legal Aid", null),
        WATCH(PartyKind.MONITOR, "Return Watch", null);

        final PartyKind kind;
        final String title;
        private final @Nullable String code;

        Team(PartyKind kind, String title, @Nullable String code) {
            this.kind = kind;
            this.title = title;
            this.code = code;
        }

        @Nullable StateCode state() {
            return code == null ? null : new StateCode(code);
        }
    }

    final String displayName;
    final Team team;
    final Role role;

    Member(String displayName, Team team, Role role) {
        this.displayName = displayName;
        this.team = team;
        this.role = role;
    }

    String login() {
        return name().toLowerCase(Locale.ROOT);
    }
}
