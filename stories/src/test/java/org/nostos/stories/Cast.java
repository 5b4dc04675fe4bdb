package org.nostos.stories;

import org.nostos.basics.Role;
import org.nostos.parties.PartyKind;

/// Those who act in the stories, one account each.
enum Cast {
    JUNIPER("Juniper Linden", PartyKind.COORDINATING_COMMITTEE, Role.ADMINISTRATOR),
    ELDER("Willow Elder", PartyKind.COORDINATING_COMMITTEE, Role.INTAKE_OFFICER),
    HAZEL("Hazel Linden", PartyKind.COORDINATING_COMMITTEE, Role.IDENTITY_REVIEWER),
    ROWAN("Ash Rowan", PartyKind.COORDINATING_COMMITTEE, Role.SECOND_REVIEWER),
    CEDAR("Cedar Brook", PartyKind.COORDINATING_COMMITTEE, Role.CASE_OFFICER),
    ALDER("Alder Brook", PartyKind.COORDINATING_COMMITTEE, Role.LEGAL_REVIEWER),
    PEAR("Pear Brook", PartyKind.STATE, Role.CONSULAR_OFFICER),
    MAPLE("Maple Linden", PartyKind.COORDINATING_COMMITTEE, Role.LEGAL_REVIEWER),
    SAGE("Sage Heath", PartyKind.REVIEW_BODY, Role.INDEPENDENT_REVIEWER),
    LARCH("Larch Brook", PartyKind.COORDINATING_COMMITTEE, Role.CASE_OFFICER),
    FINCH("Finch Reed", PartyKind.STATE, Role.CONSULAR_OFFICER),
    OSIER("Osier Meadow", PartyKind.LEGAL_AID, Role.COUNSEL),
    HERON("Heron Reed", PartyKind.MONITOR, Role.MONITOR),
    CLOVER("Clover Heath", PartyKind.COORDINATING_COMMITTEE, Role.ANALYST),
    TEASEL("Teasel Reed", PartyKind.COORDINATING_COMMITTEE, Role.ANALYST),
    PLUM("Plum Meadow", PartyKind.STATE, Role.INTAKE_OFFICER);

    static final String PASSWORD = "walnut plum linden";

    private final String displayName;
    private final PartyKind kind;
    private final Role role;

    Cast(String displayName, PartyKind kind, Role role) {
        this.displayName = displayName;
        this.kind = kind;
        this.role = role;
    }

    String login() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String displayName() {
        return displayName;
    }

    PartyKind kind() {
        return kind;
    }

    Role role() {
        return role;
    }

    /// The name of the party they act for.
    String party() {
        return switch (kind) {
            case COORDINATING_COMMITTEE -> "Joint Return Committee";
            case MONITOR -> "Return Watch";
            case STATE -> this == FINCH ? "Oristan" : "Meridia";
            case HOLDING_AUTHORITY -> "Site administration";
            case REVIEW_BODY -> "Board of Review";
            case LEGAL_AID -> "Linden Legal Aid";
        };
    }
}
