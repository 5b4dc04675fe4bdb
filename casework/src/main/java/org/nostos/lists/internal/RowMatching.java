package org.nostos.lists.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.FieldRole;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Difference.How;
import org.nostos.lists.Difference.Kept;
import org.nostos.lists.Difference.Reused;
import org.nostos.lists.RowComparison;
import org.nostos.lists.RowComparison.Known;
import org.nostos.lists.RowComparison.Likeness;
import org.nostos.lists.RowComparison.Watch;

/// Finds which rows of two versions are the same: by the list's own numbers where both are of one
/// list, then those that say the same in every field, then as the engine finds them alike. Not for
/// several threads.
public final class RowMatching {

    /// So many rows teach the engine what the same row looks like.
    private static final int TEACHING = 2_000;

    private final List<AcceptedRecord> older;
    private final List<AcceptedRecord> newer;
    private final RowNumbers numbers;
    private final Set<FieldRole> shared;
    private final Map<Object, Integer> known = new HashMap<>();
    private final Map<UUID, Integer> says = new HashMap<>();
    private final Map<UUID, Integer> numberOf = new HashMap<>();
    private final List<Kept> tied = new ArrayList<>();
    private final List<Known> pairs = new ArrayList<>();
    private final Set<UUID> done = new HashSet<>();

    private RowMatching(List<AcceptedRecord> older, List<AcceptedRecord> newer) {
        this.older = older;
        this.newer = newer;
        this.numbers = oneList(older, newer) ? RowNumbers.of(older, newer) : RowNumbers.none();
        this.shared = roles(older);
        shared.retainAll(roles(newer));
    }

    /// Compares two versions, each in the order of its lines.
    public static Likenesses of(
            List<AcceptedRecord> older,
            List<AcceptedRecord> newer,
            RowComparison engine,
            Watch watch) {
        RowMatching matching = new RowMatching(older, newer);
        matching.numberAll();
        matching.numbers
                .same()
                .forEach(pair -> matching.tie(pair.older(), pair.newer(), How.NUMBER));
        matching.tieUnchanged();
        return matching.found(engine, watch);
    }

    private static boolean oneList(List<AcceptedRecord> older, List<AcceptedRecord> newer) {
        return !older.isEmpty()
                && !newer.isEmpty()
                && older.getFirst().list().equals(newer.getFirst().list());
    }

    private static Set<FieldRole> roles(List<AcceptedRecord> rows) {
        Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
        rows.forEach(row -> roles.addAll(row.values().keySet()));
        return roles;
    }

    private void numberAll() {
        for (List<AcceptedRecord> rows : List.of(older, newer)) {
            for (AcceptedRecord row : rows) {
                Map<FieldRole, List<String>> content = new HashMap<>(row.values());
                content.keySet().retainAll(shared);
                String number = numbers.of(row);
                says.put(row.id(), idOf(number == null ? content : List.of(number, content)));
                if (number != null) {
                    numberOf.put(row.id(), idOf(number));
                }
            }
        }
    }

    private int idOf(Object value) {
        return known.computeIfAbsent(value, any -> known.size());
    }

    private int said(AcceptedRecord row) {
        return says.getOrDefault(row.id(), -1);
    }

    private void tie(AcceptedRecord before, AcceptedRecord now, How how) {
        tied.add(new Kept(before.id(), now.id(), how, said(before) != said(now)));
        pairs.add(new Known(before, now));
        done.add(before.id());
        done.add(now.id());
    }

    private void tieUnchanged() {
        Map<Integer, List<AcceptedRecord>> before = bySaying(older);
        Map<Integer, List<AcceptedRecord>> now = bySaying(newer);
        before.forEach((saying, rows) -> {
            List<AcceptedRecord> others = now.getOrDefault(saying, List.of());
            if (rows.size() == 1 && others.size() == 1) {
                tie(rows.getFirst(), others.getFirst(), How.UNCHANGED);
            }
        });
    }

    private Map<Integer, List<AcceptedRecord>> bySaying(List<AcceptedRecord> rows) {
        Map<Integer, List<AcceptedRecord>> found = new HashMap<>();
        for (AcceptedRecord row : rows) {
            if (!done.contains(row.id()) && !RowText.name(row).isEmpty()) {
                found.computeIfAbsent(said(row), any -> new ArrayList<>(1)).add(row);
            }
        }
        return found;
    }

    private Likenesses found(RowComparison engine, Watch watch) {
        List<AcceptedRecord> before = rest(older);
        List<AcceptedRecord> now = rest(newer);
        List<Likeness> alike =
                before.isEmpty() || now.isEmpty()
                        ? List.of()
                        : engine.compare(before, now, teaching(), watch);
        Set<FieldRole> onlyOlder = roles(older);
        Set<FieldRole> onlyNewer = roles(newer);
        onlyOlder.removeAll(shared);
        onlyNewer.removeAll(shared);
        return new Likenesses(
                older.stream().map(AcceptedRecord::id).toList(),
                newer.stream().map(AcceptedRecord::id).toList(),
                numbers.use(),
                tied,
                alike,
                numbers.reused().stream()
                        .map(pair -> new Reused(pair.older().id(), pair.newer().id()))
                        .toList(),
                says,
                numberOf,
                onlyOlder,
                onlyNewer);
    }

    private List<AcceptedRecord> rest(List<AcceptedRecord> rows) {
        return rows.stream().filter(row -> !done.contains(row.id())).toList();
    }

    private List<Known> teaching() {
        return pairs.subList(0, Math.min(TEACHING, pairs.size()));
    }
}
