package org.nostos.legal;

import static org.nostos.legal.Ground.BEST_INTERESTS;
import static org.nostos.legal.Ground.CAPACITY;
import static org.nostos.legal.Ground.DEATH_PENALTY;
import static org.nostos.legal.Ground.DISAPPEARANCE;
import static org.nostos.legal.Ground.FAMILY_UNITY;
import static org.nostos.legal.Ground.HEALTH;
import static org.nostos.legal.Ground.NO_ADMISSION;
import static org.nostos.legal.Ground.PERSECUTION;
import static org.nostos.legal.Ground.PROCEEDINGS;
import static org.nostos.legal.Ground.TORTURE;
import static org.nostos.legal.Ground.UNFAIR_TRIAL;

import java.util.EnumSet;
import java.util.Set;

/// The legal road on which somebody leaves. Roads are kept apart: what one asks for, another does not.
///
/// A release where the person is, is no transfer and needs no clearance.
public enum Route {
    /// Home, with nothing pending against them, because they want to.
    REPATRIATION_NO_PROCEEDINGS(true, NO_ADMISSION, CAPACITY),
    /// By a decision, whatever the person wants.
    DEPORTATION(false, NO_ADMISSION),
    EXTRADITION(false),
    /// A final sentence is served elsewhere: the person and both states consent.
    SENTENCE_TRANSFER(true, NO_ADMISSION),
    /// Another authority takes over, even in the same building.
    HANDOVER_BETWEEN_AUTHORITIES(false, CAPACITY),
    /// To a state that is not the person's own.
    THIRD_STATE_RELOCATION(true, NO_ADMISSION, CAPACITY);

    private static final Set<Ground> ON_THE_WAY =
            Set.copyOf(EnumSet.of(TORTURE, DEATH_PENALTY, DISAPPEARANCE, PERSECUTION));

    private final boolean needsWill;
    private final Set<Ground> grounds;

    Route(boolean needsWill, Ground... own) {
        this.needsWill = needsWill;
        EnumSet<Ground> all =
                EnumSet.of(
                        TORTURE,
                        DEATH_PENALTY,
                        DISAPPEARANCE,
                        UNFAIR_TRIAL,
                        PERSECUTION,
                        BEST_INTERESTS,
                        FAMILY_UNITY,
                        HEALTH,
                        PROCEEDINGS);
        all.addAll(Set.of(own));
        this.grounds = Set.copyOf(all);
    }

    /// What must be assessed for the state at the end of the road.
    public Set<Ground> grounds() {
        return grounds;
    }

    /// What must be assessed for each state on the way.
    public Set<Ground> onTheWay() {
        return ON_THE_WAY;
    }

    /// Whether the road is open only to who wants to take it.
    public boolean needsWill() {
        return needsWill;
    }
}
