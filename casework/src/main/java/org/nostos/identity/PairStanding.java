package org.nostos.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;

/// Where a pair stands, worked out from the judgements on it that nobody took back.
///
/// It is confirmed when two accounts agree, one of them a second reviewer's, and outnumber those who
/// say otherwise. `needsSecond` says that no second reviewer has judged yet. `since` is the latest
/// judgement's time.
public record PairStanding(State state, int hands, boolean needsSecond, @Nullable Instant since) {

    /// The states of a pair.
    public enum State {
        /// Nobody has judged it, or all took it back.
        OPEN,
        /// One hand was given; what it said is seen after one's own.
        WAITING,
        /// Confirmed to be one person.
        SAME,
        /// Confirmed to be two people.
        DIFFERENT,
        /// Two hands say that nobody can tell.
        UNSURE,
        /// The hands disagree.
        DISPUTED;

        /// Whether two hands agreed and no further judgement is taken.
        public boolean settled() {
            return this == SAME || this == DIFFERENT || this == UNSURE;
        }
    }

    public static final PairStanding OPEN = new PairStanding(State.OPEN, 0, true, null);

    /// Works it out from judgements of one pair; those taken back are passed over.
    public static PairStanding of(Collection<Judgement> judgements) {
        List<Judgement> standing = judgements.stream().filter(Judgement::stands).toList();
        if (standing.isEmpty()) {
            return OPEN;
        }
        boolean needsSecond =
                standing.stream().noneMatch(judgement -> judgement.role() == Role.SECOND_REVIEWER);
        Instant since = standing.stream().map(Judgement::at).max(Instant::compareTo).orElseThrow();
        return new PairStanding(state(standing), standing.size(), needsSecond, since);
    }

    private static State state(List<Judgement> standing) {
        Map<Verdict, Integer> said = new EnumMap<>(Verdict.class);
        standing.forEach(judgement -> said.merge(judgement.verdict(), 1, Integer::sum));
        return agreed(standing, said).orElse(said.size() == 1 ? State.WAITING : State.DISPUTED);
    }

    private static Optional<State> agreed(List<Judgement> standing, Map<Verdict, Integer> said) {
        return said.entrySet().stream()
                .filter(entry -> entry.getValue() >= 2)
                .filter(entry -> bySecond(standing, entry.getKey()))
                .filter(entry ->
                        said.entrySet().stream()
                                .allMatch(other ->
                                        other.getKey() == entry.getKey()
                                                || other.getValue() < entry.getValue()))
                .map(entry -> State.valueOf(entry.getKey().name()))
                .findFirst();
    }

    private static boolean bySecond(List<Judgement> standing, Verdict verdict) {
        return standing.stream()
                .anyMatch(judgement ->
                        judgement.verdict() == verdict && judgement.role() == Role.SECOND_REVIEWER);
    }
}
