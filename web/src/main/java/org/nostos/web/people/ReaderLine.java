package org.nostos.web.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.registry.PersonRead;

/// Who read a person, how often and when last: an account where the reader may know it, otherwise
/// the party.
public record ReaderLine(@Nullable String name, @Nullable String party, long times, Instant last) {

    /// One line for each reader, the latest first. An act that showed several records of one person
    /// counts once.
    static List<ReaderLine> of(List<PersonRead> reads) {
        Map<UUID, PersonRead> acts = new LinkedHashMap<>();
        reads.forEach(read -> acts.putIfAbsent(read.entry(), read));
        Map<UUID, List<PersonRead>> byReader = new LinkedHashMap<>();
        for (PersonRead act : acts.values()) {
            UUID account = act.account();
            byReader.computeIfAbsent(
                            account == null ? act.party() : account, key -> new ArrayList<>())
                    .add(act);
        }
        return byReader.values().stream()
                .map(mine ->
                        new ReaderLine(
                                mine.getFirst().name(),
                                mine.getFirst().partyName(),
                                mine.size(),
                                mine.getFirst().at()))
                .toList();
    }
}
