package org.nostos.lists.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.lists.Difference;
import org.nostos.lists.Difference.How;
import org.nostos.lists.Difference.Kept;
import org.nostos.lists.Difference.Perhaps;
import org.nostos.lists.RowComparison.Likeness;
import org.nostos.lists.RowSaying;

/// Puts together what a machine found and what people said: what people said goes first, and where
/// more than one row could be meant, none is taken.
public final class Settling {

    /// From here on, and with no other like either, two rows are the same without a question.
    private static final double SURE = 0.95;

    private record Rows(UUID older, UUID newer) {}

    private final Likenesses found;
    private final Set<Rows> notSame = new HashSet<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Set<UUID> settled = new HashSet<>();

    private Settling(Likenesses found) {
        this.found = found;
    }

    /// The difference as it stands with what was said last of each pair.
    public static Difference of(Likenesses found, Collection<RowSaying> said) {
        Settling settling = new Settling(found);
        settling.take(said);
        found.tied().forEach(pair -> settling.keep(pair.older(), pair.newer(), pair.how()));
        return settling.difference(settling.compared());
    }

    private void take(Collection<RowSaying> said) {
        said.stream()
                .filter(saying -> !saying.same())
                .forEach(saying -> notSame.add(pair(saying.older(), saying.newer())));
        said.stream()
                .filter(RowSaying::same)
                .forEach(saying -> keep(saying.older(), saying.newer(), How.SAID));
    }

    private void keep(UUID older, UUID newer, How how) {
        if (!settled.contains(older)
                && !settled.contains(newer)
                && !notSame.contains(pair(older, newer))) {
            settled.add(older);
            settled.add(newer);
            kept.add(new Kept(older, newer, how, !says(older).equals(says(newer))));
        }
    }

    private Integer says(UUID row) {
        return found.says().getOrDefault(row, -1);
    }

    /// Keeps the pairs that leave no question, and gives back the others.
    private List<Likeness> compared() {
        List<Likeness> open =
                found.alike().stream()
                        .filter(one -> !notSame.contains(pair(one.older(), one.newer())))
                        .filter(one ->
                                !settled.contains(one.older()) && !settled.contains(one.newer()))
                        .toList();
        Map<UUID, Integer> times = new HashMap<>();
        for (Likeness one : open) {
            times.merge(one.older(), 1, Integer::sum);
            times.merge(one.newer(), 1, Integer::sum);
        }
        List<Likeness> left = new ArrayList<>();
        for (Likeness one : open) {
            boolean alone =
                    times.getOrDefault(one.older(), 0) + times.getOrDefault(one.newer(), 0) == 2;
            if (alone && one.probability() >= SURE && !numbersDiffer(one)) {
                keep(one.older(), one.newer(), How.COMPARED);
            } else {
                left.add(one);
            }
        }
        return left;
    }

    private boolean numbersDiffer(Likeness one) {
        Integer before = found.numberOf().get(one.older());
        Integer now = found.numberOf().get(one.newer());
        return before != null && now != null && !before.equals(now);
    }

    private Difference difference(List<Likeness> open) {
        Set<UUID> asked = new LinkedHashSet<>();
        open.forEach(one -> {
            asked.add(one.older());
            asked.add(one.newer());
        });
        return new Difference(
                found.numbers(),
                kept,
                rest(found.older(), asked),
                rest(found.newer(), asked),
                open.stream()
                        .map(one -> new Perhaps(one.older(), one.newer(), one.probability()))
                        .toList(),
                found.reused(),
                found.onlyOlder(),
                found.onlyNewer());
    }

    private List<UUID> rest(List<UUID> rows, Set<UUID> asked) {
        return rows.stream().filter(row -> !settled.contains(row) && !asked.contains(row)).toList();
    }

    private static Rows pair(UUID older, UUID newer) {
        return new Rows(older, newer);
    }
}
