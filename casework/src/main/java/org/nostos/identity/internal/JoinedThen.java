package org.nostos.identity.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judgement.TakenBack;

/// Who was joined with whom at a moment, worked out from judgements with their times.
public final class JoinedThen {

    private final List<Judgement> judgements;

    public JoinedThen(Collection<Judgement> judgements) {
        this.judgements = List.copyOf(judgements);
    }

    /// Those of these records that stood in one group with the record at that moment, itself among them.
    public Set<UUID> with(UUID record, Collection<UUID> among, Instant at) {
        Map<UUID, UUID> joined = JudgedPairs.of(knownAt(at)).groups().joined();
        UUID one = joined.get(record);
        return among.stream()
                .filter(other ->
                        other.equals(record) || (one != null && one.equals(joined.get(other))))
                .collect(Collectors.toSet());
    }

    private List<Judgement> knownAt(Instant at) {
        List<Judgement> known = new ArrayList<>();
        for (Judgement given : judgements) {
            if (!given.at().isAfter(at)) {
                TakenBack back = given.takenBack();
                known.add(
                        back == null || !back.at().isAfter(at)
                                ? given
                                : new Judgement(
                                        given.id(),
                                        given.pair(),
                                        given.verdict(),
                                        given.account(),
                                        given.by(),
                                        given.role(),
                                        given.reason(),
                                        given.at(),
                                        null));
            }
        }
        return known;
    }
}
