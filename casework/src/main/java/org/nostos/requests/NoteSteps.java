package org.nostos.requests;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.requests.NoteEvent.Kind;

/// Which step a note can take next, and what it lacks.
final class NoteSteps {

    private NoteSteps() {}

    /// What the store says of the lines.
    ///
    /// @param drafters who began the note or put a line into it
    /// @param uncleared lines that may not leave today
    /// @param askedTwice lines whose person was asked of the same state, which is silent yet
    record Facts(Set<UUID> drafters, int lines, int uncleared, int askedTwice) {}

    /// The steps that the state of the note allows, whoever takes them.
    static Set<Kind> open(NoteState state, boolean anyCleared) {
        return switch (state) {
            case DRAFT ->
                    anyCleared
                            ? EnumSet.of(Kind.CLEARED, Kind.REDRAFTED, Kind.WITHDRAWN)
                            : EnumSet.of(Kind.CLEARED, Kind.WITHDRAWN);
            case CLEARED -> EnumSet.of(Kind.SIGNED, Kind.REDRAFTED, Kind.WITHDRAWN);
            case SIGNED -> EnumSet.of(Kind.SENT, Kind.WITHDRAWN);
            case SENT ->
                    EnumSet.of(
                            Kind.DELIVERED,
                            Kind.ACKNOWLEDGED,
                            Kind.REMINDED,
                            Kind.ESCALATED,
                            Kind.RETURNED,
                            Kind.WITHDRAWN,
                            Kind.CLOSED);
            case DELIVERED ->
                    EnumSet.of(
                            Kind.ACKNOWLEDGED,
                            Kind.REMINDED,
                            Kind.ESCALATED,
                            Kind.RETURNED,
                            Kind.WITHDRAWN,
                            Kind.CLOSED);
            case ACKNOWLEDGED, PARTLY_ANSWERED, ANSWERED ->
                    EnumSet.of(Kind.REMINDED, Kind.ESCALATED, Kind.WITHDRAWN, Kind.CLOSED);
            case RETURNED -> EnumSet.of(Kind.SENT, Kind.WITHDRAWN, Kind.CLOSED);
            case CLOSED, WITHDRAWN -> EnumSet.noneOf(Kind.class);
        };
    }

    /// All that stands before this step, taken by this account in this role.
    static List<Unmet> unmet(
            Kind step, NoteStanding standing, Facts facts, UUID account, Role role) {
        List<Unmet> missing = new ArrayList<>();
        if (!open(standing.state(), !standing.clearers().isEmpty()).contains(step)) {
            missing.add(Unmet.of(RequestRule.WRONG_ORDER));
        }
        boolean leaves = step == Kind.CLEARED || step == Kind.SIGNED || step == Kind.SENT;
        if (leaves && facts.lines() == 0) {
            missing.add(Unmet.of(RequestRule.NO_LINES));
        }
        if (leaves && facts.uncleared() > 0) {
            missing.add(Unmet.of(RequestRule.NOT_CLEARED));
        }
        if (leaves && facts.askedTwice() > 0) {
            missing.add(Unmet.of(RequestRule.ASKED_ALREADY));
        }
        if ((step == Kind.CLEARED || step == Kind.SIGNED) && facts.drafters().contains(account)) {
            missing.add(Unmet.of(RequestRule.OTHER_HAND));
        }
        if (step == Kind.CLEARED && standing.clearers().contains(account)) {
            missing.add(Unmet.of(RequestRule.TWO_HANDS));
        }
        if (step == Kind.SIGNED && role != Role.LEGAL_REVIEWER) {
            missing.add(Unmet.of(RequestRule.SIGNATURE));
        }
        return List.copyOf(missing);
    }
}
