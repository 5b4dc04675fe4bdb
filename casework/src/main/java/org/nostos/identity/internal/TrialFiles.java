package org.nostos.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.identity.TrialPair;
import org.nostos.identity.TrialPairFile;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.springframework.stereotype.Component;

/// Puts together what there is to see of a pair that a model would change.
@Component
public class TrialFiles {

    private final Records records;
    private final Resident resident;
    private final TrialWorker trials;

    TrialFiles(Records records, Resident resident, TrialWorker trials) {
        this.records = records;
        this.resident = resident;
        this.trials = trials;
    }

    /// Empty when the caller may not see both records.
    public Optional<TrialPairFile> file(UUID trial, TrialPair pair) {
        Map<UUID, AcceptedRecord> read =
                records.byIds(List.of(pair.pair().left(), pair.pair().right())).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        AcceptedRecord left = read.get(pair.pair().left());
        AcceptedRecord right = read.get(pair.pair().right());
        if (left == null || right == null) {
            return Optional.empty();
        }
        return Optional.of(
                new TrialPairFile(
                        pair,
                        left,
                        right,
                        resident.explain(pair.pair()),
                        trials.explain(trial, pair.pair())));
    }
}
