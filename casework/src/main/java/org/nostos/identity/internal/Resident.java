package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.Pair;
import org.nostos.linkage.Explanation;
import org.nostos.linkage.Linker;
import org.nostos.linkage.RecordTable;
import org.nostos.linkage.ResidentIndex;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.springframework.stereotype.Component;

/// What the engine holds in memory between runs: the index that is searched, the numbers that are
/// looked up, and the linker that can say why.
///
/// It gives ids alone. Whoever asks reads them again as themselves before anything is counted or
/// shown. Thread-safe.
@Component
public class Resident {

    private final EngineRoom engine;
    private final Records records;
    private final Map<String, Set<UUID>> numbers = new ConcurrentHashMap<>();
    private volatile ResidentIndex index = ResidentIndex.empty();
    private volatile boolean ready;
    private volatile @Nullable Linker linker;

    Resident(EngineRoom engine, Records records) {
        this.engine = engine;
        this.records = records;
    }

    /// Whether every accepted record is in the index.
    public boolean ready() {
        return ready;
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

    /// Builds the index anew from every accepted record.
    public void fill() {
        RecordTable.Builder table = RecordTable.builder();
        engine.read(() -> {
            records.forEach(record -> {
                table.add(record.id().toString(), LinkageRows.values(record));
                number(record);
            });
            return true;
        });
        index = ResidentIndex.of(table.build());
        ready = true;
    }

    /// Adds the records of a version that was accepted.
    public void add(UUID version) {
        engine.read(() -> {
            for (AcceptedRecord record : records.byIds(records.idsOfVersion(version))) {
                number(record);
                index.add(record.id().toString(), LinkageRows.values(record));
            }
            return true;
        });
    }

    /// The records most like the name, with their probabilities, the most probable first.
    public List<ResidentIndex.Hit> named(String name, String born, int top) {
        return index.search(new ResidentIndex.Query(name, born, top));
    }

    /// The records that give this number, as the list's own or as that of a document.
    public Set<UUID> numbered(String number) {
        return Set.copyOf(numbers.getOrDefault(plain(number), Set.of()));
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

    private void number(AcceptedRecord record) {
        List<String> found = new ArrayList<>();
        String own = record.number();
        if (own != null) {
            found.add(own);
        }
        found.addAll(record.values().getOrDefault(FieldRole.DOCUMENT_NUMBER, List.of()));
        for (String number : found) {
            String key = plain(number);
            if (!key.isEmpty()) {
                numbers.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet()).add(record.id());
            }
        }
    }

    private static String plain(String number) {
        StringBuilder kept = new StringBuilder(number.length());
        number.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(letter ->
                        Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }
}
