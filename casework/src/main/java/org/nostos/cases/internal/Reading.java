package org.nostos.cases.internal;

import java.util.List;
import java.util.Set;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.Step;
import org.nostos.cases.TrackLine;

/// What one room knows of one case. It was read once, however much is asked of it.
interface Reading {

    List<TrackLine> lines();

    /// What alarms and what is due, whatever the next step.
    default List<Unmet> open() {
        return List.of();
    }

    /// What stands in the way of the step, as far as this room knows. Of a transfer everything was read
    /// already: it is asked for every state that each person may go to.
    default List<Unmet> against(Step step) {
        return List.of();
    }

    /// The states to which the person may go, as far as this room knows.
    default Set<StateCode> destinations() {
        return Set.of();
    }
}
