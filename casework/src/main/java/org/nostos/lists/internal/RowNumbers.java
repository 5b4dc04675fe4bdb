package org.nostos.lists.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Difference.NumberUse;
import org.nostos.names.Names;

/// The numbers by which two versions of a list tell their rows apart, and what they are good for.
///
/// A number ties two rows when it stands once in each version and carries no other name. Where most
/// numbers carry another name, or rows are merely counted and one was counted anew, none ties.
public final class RowNumbers {

    /// Names less alike than this are two people's names.
    private static final double SAME_NAME = 0.6;

    private static final double MOSTLY = 0.8;

    /// Two rows with one number.
    public record Tied(AcceptedRecord older, AcceptedRecord newer) {}

    private final NumberUse use;
    private final List<Tied> same;
    private final List<Tied> reused;
    private final Function<AcceptedRecord, @Nullable String> number;

    private RowNumbers(
            NumberUse use,
            List<Tied> same,
            List<Tied> reused,
            Function<AcceptedRecord, @Nullable String> number) {
        this.use = use;
        this.same = same;
        this.reused = reused;
        this.number = number;
    }

    public static RowNumbers of(List<AcceptedRecord> older, List<AcceptedRecord> newer) {
        RowNumbers own = of(older, newer, row -> RowText.number(row.number()));
        return own.use != NumberUse.NONE
                ? own
                : of(older, newer, row -> RowText.number(row.first(FieldRole.DOCUMENT_NUMBER)));
    }

    /// Two lists of which neither knows the other's numbers.
    static RowNumbers none() {
        return new RowNumbers(NumberUse.NONE, List.of(), List.of(), row -> null);
    }

    private static RowNumbers of(
            List<AcceptedRecord> older,
            List<AcceptedRecord> newer,
            Function<AcceptedRecord, @Nullable String> number) {
        Map<String, AcceptedRecord> before = unique(older, number);
        Map<String, AcceptedRecord> now = unique(newer, number);
        List<Tied> same = new ArrayList<>();
        List<Tied> reused = new ArrayList<>();
        before.forEach((key, row) -> {
            AcceptedRecord other = now.get(key);
            if (other != null) {
                (sameName(row, other) ? same : reused).add(new Tied(row, other));
            }
        });
        boolean counted = counts(older, number) && counts(newer, number);
        return new RowNumbers(use(same.size(), reused.size(), counted), same, reused, number);
    }

    private static NumberUse use(int same, int reused, boolean counted) {
        if (same + reused == 0) {
            return NumberUse.NONE;
        }
        boolean stable = same >= MOSTLY * (same + reused) && !(counted && reused > 0);
        return stable ? NumberUse.STABLE : NumberUse.GIVEN_ANEW;
    }

    /// What the numbers are good for.
    public NumberUse use() {
        return use;
    }

    /// The rows that a number ties.
    public List<Tied> same() {
        return use == NumberUse.STABLE ? same : List.of();
    }

    /// The rows whose number carries another name now.
    public List<Tied> reused() {
        return use == NumberUse.STABLE ? reused : List.of();
    }

    /// The row's number, where numbers count.
    @Nullable String of(AcceptedRecord row) {
        return use == NumberUse.STABLE ? number.apply(row) : null;
    }

    private static boolean sameName(AcceptedRecord one, AcceptedRecord other) {
        String mine = RowText.name(one);
        String theirs = RowText.name(other);
        return mine.isEmpty()
                || theirs.isEmpty()
                || mine.equals(theirs)
                || Names.similarity(mine, theirs) >= SAME_NAME;
    }

    private static Map<String, AcceptedRecord> unique(
            List<AcceptedRecord> rows, Function<AcceptedRecord, @Nullable String> number) {
        Map<String, AcceptedRecord> found = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (AcceptedRecord row : rows) {
            String key = number.apply(row);
            if (key != null && found.putIfAbsent(key, row) != null) {
                twice.add(key);
            }
        }
        found.keySet().removeAll(twice);
        return found;
    }

    /// Whether the numbers only count the rows: each is the one before it and one.
    private static boolean counts(
            List<AcceptedRecord> rows, Function<AcceptedRecord, @Nullable String> number) {
        Map<Long, Integer> steps = new HashMap<>();
        long last = -1;
        for (AcceptedRecord row : rows) {
            String key = number.apply(row);
            if (key == null || !key.matches("\\d{1,15}")) {
                return false;
            }
            steps.merge(last < 0 ? 1 : Long.parseLong(key) - last, 1, Integer::sum);
            last = Long.parseLong(key);
        }
        return steps.size() == 1 && steps.containsKey(1L);
    }
}
