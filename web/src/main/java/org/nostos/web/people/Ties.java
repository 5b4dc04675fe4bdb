package org.nostos.web.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.Judgement;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.PersonFile;
import org.nostos.identity.PersonFile.Tie;

/// How a person stands to other records: joined inside, told apart, and not settled.
public record Ties(List<Line> joined, List<Line> apart, List<Line> open) {

    private static final int MOST_OPEN = 12;

    /// A tie with the judgement that the reader gave on it, which they may take back.
    public record Line(Tie tie, @Nullable Judgement mine, List<Judgement> hands) {}

    static Ties of(PersonFile file, UUID reader) {
        return new Ties(
                lines(file, reader, t -> t.standing().state() == State.SAME, Integer.MAX_VALUE),
                lines(
                        file,
                        reader,
                        t -> t.standing().state() == State.DIFFERENT,
                        Integer.MAX_VALUE),
                lines(file, reader, t -> !t.inside() && open(t.standing().state()), MOST_OPEN));
    }

    /// Lets the first tie of each key pass.
    private static Predicate<Tie> onceEach(Function<Tie, Object> key) {
        Set<Object> seen = new HashSet<>();
        return tie -> seen.add(key.apply(tie));
    }

    private static boolean open(State state) {
        return state == State.OPEN || state == State.WAITING || state == State.DISPUTED;
    }

    private static List<Line> lines(PersonFile file, UUID reader, Predicate<Tie> wanted, int most) {
        return file.ties().stream()
                .filter(wanted)
                .filter(onceEach(tie -> tie.inside() ? tie.pair() : tie.other().id()))
                .limit(most)
                .map(tie ->
                        new Line(
                                tie,
                                tie.givenBy(reader).orElse(null),
                                tie.judgements().stream().filter(Judgement::stands).toList()))
                .toList();
    }
}
