package org.nostos.custody;

import static org.nostos.custody.CustodyKind.ADMITTED;
import static org.nostos.custody.CustodyKind.AUTHORITY_CHANGED;
import static org.nostos.custody.CustodyKind.BUREAU_TOLD;
import static org.nostos.custody.CustodyKind.CHANGE_EXAMINED;
import static org.nostos.custody.CustodyKind.GROUND_STATED;
import static org.nostos.custody.CustodyKind.RECAPTURED;
import static org.nostos.custody.CustodyKind.REPORTED_HELD;
import static org.nostos.custody.CustodyKind.RETURNED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Where a person stands in custody on a day, computed from the events.
public enum CustodyStatus {
    /// Nobody said anything.
    NOT_KNOWN,
    /// Somebody says so; it is not confirmed.
    REPORTED,
    HELD,
    IN_HOSPITAL,
    AT_COURT,
    IN_TRANSIT,
    RELEASED,
    RELEASED_IN_ERROR,
    ESCAPED,
    UNACCOUNTED,
    REPATRIATED,
    TRANSFERRED,
    DECEASED;

    /// Whether somebody holds the person.
    public boolean isHeld() {
        return this == REPORTED || this == HELD || this == IN_HOSPITAL || this == AT_COURT;
    }

    /// Whether such an event can follow.
    public boolean allows(CustodyKind kind) {
        return kind == CustodyKind.ARRESTED ? this != DECEASED : followers().contains(kind);
    }

    /// What can follow, in the order of the kinds.
    public List<CustodyKind> following() {
        return Arrays.stream(CustodyKind.values()).filter(this::allows).toList();
    }

    private Set<CustodyKind> followers() {
        return switch (this) {
            case NOT_KNOWN ->
                    EnumSet.of(
                            REPORTED_HELD, ADMITTED, CustodyKind.UNACCOUNTED, CustodyKind.DECEASED);
            case REPORTED ->
                    EnumSet.of(
                            REPORTED_HELD,
                            ADMITTED,
                            AUTHORITY_CHANGED,
                            CHANGE_EXAMINED,
                            GROUND_STATED,
                            BUREAU_TOLD,
                            CustodyKind.RELEASED,
                            CustodyKind.ESCAPED,
                            CustodyKind.UNACCOUNTED,
                            CustodyKind.DECEASED);
            case HELD -> {
                Set<CustodyKind> all = ofAnyHolding();
                all.addAll(
                        EnumSet.of(
                                CustodyKind.MOVED,
                                CustodyKind.TO_HOSPITAL,
                                CustodyKind.TO_COURT,
                                CustodyKind.DEPARTED));
                yield all;
            }
            case IN_HOSPITAL, AT_COURT -> {
                Set<CustodyKind> all = ofAnyHolding();
                all.add(RETURNED);
                yield all;
            }
            case IN_TRANSIT ->
                    EnumSet.of(
                            CustodyKind.REPATRIATED,
                            CustodyKind.TRANSFERRED,
                            RETURNED,
                            CustodyKind.ESCAPED,
                            CustodyKind.UNACCOUNTED,
                            CustodyKind.DECEASED);
            case RELEASED, REPATRIATED, TRANSFERRED ->
                    EnumSet.of(REPORTED_HELD, ADMITTED, CustodyKind.DECEASED);
            case RELEASED_IN_ERROR ->
                    EnumSet.of(
                            RECAPTURED,
                            REPORTED_HELD,
                            CustodyKind.UNACCOUNTED,
                            CustodyKind.DECEASED);
            case ESCAPED -> EnumSet.of(RECAPTURED, REPORTED_HELD, CustodyKind.DECEASED);
            case UNACCOUNTED ->
                    EnumSet.of(
                            RETURNED,
                            REPORTED_HELD,
                            ADMITTED,
                            CustodyKind.RELEASED,
                            CustodyKind.ESCAPED,
                            CustodyKind.DECEASED);
            case DECEASED -> EnumSet.noneOf(CustodyKind.class);
        };
    }

    private static Set<CustodyKind> ofAnyHolding() {
        return EnumSet.of(
                AUTHORITY_CHANGED,
                CHANGE_EXAMINED,
                GROUND_STATED,
                BUREAU_TOLD,
                CustodyKind.RELEASED,
                CustodyKind.RELEASED_IN_ERROR,
                CustodyKind.ESCAPED,
                CustodyKind.UNACCOUNTED,
                CustodyKind.DECEASED);
    }
}
