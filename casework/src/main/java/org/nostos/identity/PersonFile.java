package org.nostos.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.AcceptedRecord;
import org.nostos.names.Script;
import org.nostos.registry.Person;
import org.nostos.registry.PreferredValue;

/// A person as judged: the leading number, every record that is joined with it, and what all of them
/// say.
///
/// @param persons the leader first, then the others by number; each with its record in `records`
public record PersonFile(
        Person leader,
        List<Person> persons,
        List<AcceptedRecord> records,
        List<Item> items,
        List<Tie> ties) {

    public PersonFile {
        persons = List.copyOf(persons);
        records = List.copyOf(records);
        items = List.copyOf(items);
        ties = List.copyOf(ties);
    }

    /// One kind of thing that the records say: every value with who said it, none left out.
    public record Item(FieldRole role, List<Value> values, @Nullable PreferredValue preferred) {
        public Item {
            values = List.copyOf(values);
        }

        /// Whether the records say different things.
        public boolean differs() {
            return role == FieldRole.SEX
                    ? values.stream().map(value -> value.by().sex()).distinct().count() > 1
                    : choices().size() > 1;
        }

        /// The values to choose between: each spelling once, by the first record that gives it.
        public List<Value> choices() {
            Map<String, Value> once = new LinkedHashMap<>();
            for (Value value : values) {
                once.merge(
                        value.text(), value, (first, other) -> other.isPreferred() ? other : first);
            }
            return List.copyOf(once.values());
        }
    }

    /// A value as it was written, by one record.
    public record Value(String text, AcceptedRecord by, boolean isPreferred) {}

    /// A pair with another record that was judged or proposed: joined, told apart, or waiting.
    ///
    /// @param inside whether both records stand in this file
    /// @param other the record outside, or the right one of a pair inside
    public record Tie(
            Pair pair,
            boolean inside,
            AcceptedRecord here,
            AcceptedRecord other,
            Person otherPerson,
            PairStanding standing,
            List<Judgement> judgements,
            @Nullable UUID proposal,
            double probability) {
        public Tie {
            judgements = List.copyOf(judgements);
        }

        /// The judgement that this account gave and that stands.
        public Optional<Judgement> givenBy(UUID account) {
            return judgements.stream()
                    .filter(j -> j.stands() && j.account().equals(account))
                    .findFirst();
        }
    }

    /// How the person is named: the preferred spelling or the leader's, and the first in another
    /// script, if one is given.
    public List<String> names() {
        List<String> spellings = new ArrayList<>();
        items.stream()
                .filter(item -> item.role() == FieldRole.FULL_NAME)
                .flatMap(item -> item.values().stream())
                .filter(Value::isPreferred)
                .map(Value::text)
                .forEach(spellings::add);
        records.forEach(record -> spellings.add(spelt(record)));
        List<String> shown = new ArrayList<>();
        for (String spelling : spellings) {
            if (!spelling.isEmpty()
                    && shown.stream().noneMatch(s -> Script.of(s) == Script.of(spelling))) {
                shown.add(spelling);
            }
        }
        return shown.subList(0, Math.min(2, shown.size()));
    }

    private static String spelt(AcceptedRecord record) {
        String full = record.first(FieldRole.FULL_NAME);
        return full != null
                ? full
                : Stream.of(
                                FieldRole.GIVEN_NAME,
                                FieldRole.FATHER_NAME,
                                FieldRole.GRANDFATHER_NAME,
                                FieldRole.FAMILY_NAME)
                        .map(record::first)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    /// The record of a person of this file.
    public AcceptedRecord recordOf(Person person) {
        return records.stream()
                .filter(record -> record.id().equals(person.record()))
                .findFirst()
                .orElseThrow();
    }
}
