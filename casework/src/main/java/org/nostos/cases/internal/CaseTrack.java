package org.nostos.cases.internal;

import java.util.List;
import java.util.Set;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.CaseQuestion;
import org.nostos.cases.Step;
import org.nostos.cases.TrackLine;

/// How one room of the case is read here. The order of the beans is the order of the tracks.
interface CaseTrack {

    List<TrackLine> lines(CaseQuestion question);

    /// What alarms and what is due, whatever the next step.
    default List<Unmet> open(CaseQuestion question) {
        return List.of();
    }

    /// What stands in the way of the step, as far as this room knows.
    default List<Unmet> against(CaseQuestion question, Step step) {
        return List.of();
    }

    /// The states to which the person may go, as far as this room knows.
    default Set<StateCode> destinations(CaseQuestion question) {
        return Set.of();
    }
}
