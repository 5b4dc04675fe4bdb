package org.nostos.web.kin;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nostos.registry.Age;
import org.nostos.registry.Children;
import org.nostos.registry.Children.Key;
import org.nostos.registry.Children.Known;
import org.nostos.registry.Children.Line;
import org.nostos.registry.Children.Which;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Ordered;

/// A part of the list of children in whatever order: sorted by keys that are known before anybody is
/// read.
record OrderedChildren(Children children, Which which, Values values)
        implements Ordered<Key, Line> {

    @Override
    public List<UUID> order() {
        return children.order(which);
    }

    @Override
    public List<Line> rows(List<UUID> some) {
        return children.read(which, some);
    }

    @Override
    public List<Key> keys(Asked asked) {
        if (asked.of("sort").equals("name")) {
            return children.keys(which, asked.of("company").isEmpty() ? Known.NAME : Known.ALL);
        }
        boolean company = asked.of("sort").equals("company") || !asked.of("company").isEmpty();
        return children.keys(which, company ? Known.COMPANY : Known.ORDER);
    }

    @Override
    public List<Column<Key>> columns() {
        return List.of(
                Column.text("name", "tasks.who", key -> name(key.name())),
                Column.text("person", "people.person", key -> key.person().number()),
                Column.number("age", "family.age", OrderedChildren::youngest),
                Column.text("of-age", "family.of-age", OrderedChildren::ofAge),
                Column.word("company", "family.company", "family.company.", Key::company),
                Column.word("guardian", "family.guardian", "family.guardian.", Key::guardian));
    }

    @Override
    public UUID of(Key key) {
        return key.person().id();
    }

    @Override
    public UUID whose(Line line) {
        return line.person().id();
    }

    @Override
    public void read(UnaryOperator<List<Line>> shown) {
        children.read(which, shown);
    }

    private @Nullable String name(@Nullable String given) {
        return given == null ? null : values.orNoName(given);
    }

    private static @Nullable Integer youngest(Key key) {
        Age age = key.age();
        return age == null ? null : age.youngest(key.on());
    }

    private static @Nullable LocalDate ofAge(Key key) {
        Age age = key.age();
        return age == null ? null : age.surelyAdultFrom();
    }
}
