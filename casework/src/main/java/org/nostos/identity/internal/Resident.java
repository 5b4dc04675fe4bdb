package org.nostos.identity.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.Pair;
import org.nostos.linkage.Explanation;
import org.nostos.linkage.Linker;
import org.nostos.linkage.RecordTable;
import org.nostos.lists.Records;
import org.springframework.stereotype.Component;

/// What the engine holds in memory between runs: the linker that can say why. Thread-safe.
@Component
public class Resident {

    private final EngineRoom engine;
    private final Records records;
    private volatile @Nullable Linker linker;

    Resident(EngineRoom engine, Records records) {
        this.engine = engine;
        this.records = records;
    }

    /// Reads every accepted record into a table.
    public RecordTable table() {
        return engine.read(() -> {
            RecordTable.Builder table = RecordTable.builder();
            records.forEach(
                    record -> table.add(record.id().toString(), LinkageRows.values(record)));
            return table.build();
        });
    }

    /// Keeps the linker of a run that finished, to ask it why.
    public void keep(Linker finished) {
        linker = finished;
    }

    /// Why the pair has the probability it has; empty while no linker has read both records.
    public Optional<Explanation> explain(Pair pair) {
        Linker kept = linker;
        if (kept == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(kept.explain(pair.left().toString(), pair.right().toString()));
        } catch (IllegalArgumentException e) {
            // The linker was built before one of the two came.
            return Optional.empty();
        }
    }
}
