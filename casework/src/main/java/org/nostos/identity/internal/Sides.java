package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.identity.SideBySide.Link;
import org.nostos.identity.SideBySide.Part;
import org.nostos.identity.SideBySide.Row;

/// Sets two lists against each other, as who is one person is judged and as questions stand open. Not
/// for several threads.
///
/// Records of one person are one group. A group with one record on each side is agreed; groups that
/// questions tie together are one row, which is proposed only if it is one question between two
/// records and neither is agreed with anybody.
public final class Sides {

    /// A question between a record of each list. `open` is false where two hands said that nobody can
    /// tell.
    public record Question(Link link, boolean open) {}

    private final List<UUID> left;
    private final List<UUID> right;
    private final Map<UUID, UUID> personOf;
    private final Map<UUID, UUID> rowOf = new HashMap<>();
    private final Set<UUID> agreed = new HashSet<>();
    private final Set<UUID> unsure = new HashSet<>();
    private final Map<UUID, List<Link>> links = new HashMap<>();

    private Sides(List<UUID> left, List<UUID> right, Map<UUID, UUID> personOf) {
        this.left = left;
        this.right = right;
        this.personOf = personOf;
    }

    /// The rows, in the order of the left list and then of the right.
    ///
    /// @param personOf who leads those joined with others; whoever is missing is alone
    public static List<Row> of(
            List<UUID> left,
            List<UUID> right,
            Map<UUID, UUID> personOf,
            Collection<Question> questions) {
        Sides sides = new Sides(left, right, personOf);
        sides.agree();
        questions.forEach(sides::ask);
        return sides.rows();
    }

    private UUID person(UUID record) {
        return personOf.getOrDefault(record, record);
    }

    private void agree() {
        Map<UUID, Integer> onLeft = times(left);
        Map<UUID, Integer> onRight = times(right);
        onLeft.forEach((person, times) -> {
            if (times == 1 && onRight.getOrDefault(person, 0) == 1) {
                agreed.add(person);
            }
        });
    }

    private Map<UUID, Integer> times(List<UUID> records) {
        Map<UUID, Integer> times = new HashMap<>();
        records.forEach(record -> times.merge(person(record), 1, Integer::sum));
        return times;
    }

    private void ask(Question question) {
        UUID one = person(question.link().left());
        UUID other = person(question.link().right());
        if (one.equals(other) || (agreed.contains(one) && agreed.contains(other))) {
            return;
        }
        boolean withAgreed = agreed.contains(one) || agreed.contains(other);
        UUID row = withAgreed ? root(agreed.contains(one) ? other : one) : join(one, other);
        links.computeIfAbsent(row, any -> new ArrayList<>()).add(question.link());
        if (withAgreed || !question.open()) {
            unsure.add(row);
        }
    }

    private UUID root(UUID person) {
        UUID root = person;
        while (!rowOf.getOrDefault(root, root).equals(root)) {
            root = rowOf.getOrDefault(root, root);
        }
        rowOf.put(person, root);
        return root;
    }

    private UUID join(UUID one, UUID other) {
        UUID first = root(one);
        UUID second = root(other);
        if (!first.equals(second)) {
            rowOf.put(second, first);
            links.computeIfAbsent(first, any -> new ArrayList<>())
                    .addAll(links.getOrDefault(second, List.of()));
            links.remove(second);
            if (unsure.remove(second)) {
                unsure.add(first);
            }
        }
        return first;
    }

    private List<Row> rows() {
        Map<UUID, List<UUID>> lefts = new LinkedHashMap<>();
        Map<UUID, List<UUID>> rights = new LinkedHashMap<>();
        left.forEach(record -> together(lefts, record));
        right.forEach(record -> together(rights, record));
        List<Row> rows = new ArrayList<>();
        lefts.forEach(
                (row, records) -> add(rows, row, records, rights.getOrDefault(row, List.of())));
        rights.forEach((row, records) -> {
            if (!lefts.containsKey(row)) {
                add(rows, row, List.of(), records);
            }
        });
        return rows;
    }

    private void together(Map<UUID, List<UUID>> rows, UUID record) {
        rows.computeIfAbsent(root(person(record)), any -> new ArrayList<>(1)).add(record);
    }

    private void add(List<Row> rows, UUID row, List<UUID> ofLeft, List<UUID> ofRight) {
        List<Link> asked = links.getOrDefault(row, List.of());
        if (agreed.contains(row)) {
            rows.add(new Row(Part.AGREED, ofLeft, ofRight, List.of()));
        } else if (asked.isEmpty() && ofRight.isEmpty()) {
            ofLeft.forEach(record ->
                    rows.add(new Row(Part.UNMATCHED_LEFT, List.of(record), List.of(), List.of())));
        } else if (asked.isEmpty() && ofLeft.isEmpty()) {
            ofRight.forEach(record ->
                    rows.add(new Row(Part.UNMATCHED_RIGHT, List.of(), List.of(record), List.of())));
        } else {
            boolean one = ofLeft.size() == 1 && ofRight.size() == 1 && !unsure.contains(row);
            rows.add(new Row(one ? Part.PROPOSED : Part.AMBIGUOUS, ofLeft, ofRight, asked));
        }
    }
}
