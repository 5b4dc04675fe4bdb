package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.linkage.Linker;
import org.nostos.linkage.PairScope;
import org.nostos.linkage.Progress;
import org.nostos.linkage.RecordTable;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.RowComparison;
import org.springframework.stereotype.Component;

/// Compares rows of two versions with the linkage engine. It knows these rows alone, so that what it
/// finds does not change with other lists.
@Component
class EngineComparison implements RowComparison {

    @Override
    public List<Likeness> compare(
            List<AcceptedRecord> older,
            List<AcceptedRecord> newer,
            List<Known> known,
            Watch watch) {
        RecordTable.Builder table = RecordTable.builder();
        older.forEach(row -> add(table, row));
        known.forEach(pair -> add(table, pair.older()));
        int firstNewer = table.size();
        newer.forEach(row -> add(table, row));
        known.forEach(pair -> add(table, pair.newer()));
        Set<UUID> asked = new HashSet<>();
        older.forEach(row -> asked.add(row.id()));
        newer.forEach(row -> asked.add(row.id()));
        List<Likeness> found = new ArrayList<>();
        Linker.of(table.build())
                .withScope(PairScope.across(firstNewer))
                .withMinProbability(LEAST)
                .withProgress(progress(watch))
                .link((left, right, probability, weight) -> {
                    UUID before = UUID.fromString(left);
                    UUID now = UUID.fromString(right);
                    if (asked.contains(before) && asked.contains(now)) {
                        found.add(new Likeness(before, now, probability));
                    }
                });
        return found;
    }

    private static void add(RecordTable.Builder table, AcceptedRecord row) {
        table.add(row.id().toString(), LinkageRows.values(row));
    }

    /// Each stage counts for itself; together they are the whole way.
    private static Progress progress(Watch watch) {
        int stages = Progress.Stage.values().length;
        return (stage, done, total) ->
                watch.at(
                        1000L * stage.ordinal() + (total == 0 ? 0 : 1000L * done / total),
                        1000L * stages);
    }
}
