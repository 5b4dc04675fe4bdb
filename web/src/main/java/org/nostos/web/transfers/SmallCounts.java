package org.nostos.web.transfers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.Overview;
import org.nostos.transfers.TransferKind;
import org.nostos.transfers.TransferStanding;
import org.nostos.transfers.Transfers.Counted;

/// So many transfers and people of a kind that stand alike; a few people are not told to who watches.
///
/// @param persons null when they are too few to tell
public record SmallCounts(
        TransferKind kind,
        String destination,
        TransferStanding.State state,
        long transfers,
        @Nullable Long persons) {

    static List<SmallCounts> of(List<Counted> counts, boolean suppress) {
        return counts.stream()
                .map(one ->
                        new SmallCounts(
                                one.kind(),
                                one.destination(),
                                one.state(),
                                one.transfers(),
                                suppress
                                                && one.persons() > 0
                                                && one.persons() < Overview.SMALLEST_CELL
                                        ? null
                                        : Long.valueOf(one.persons())))
                .toList();
    }
}
