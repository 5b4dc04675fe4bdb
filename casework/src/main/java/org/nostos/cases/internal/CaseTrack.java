package org.nostos.cases.internal;

import java.util.List;

/// How one room of the case is read here. The order of the beans is the order of the tracks.
interface CaseTrack {

    /// What the room knows of each of these people, in their order. All are asked about at the same two
    /// times, hundreds of them at once: how many statements that takes must not grow with them.
    List<? extends Reading> readEach(List<CaseSubject> people);
}
