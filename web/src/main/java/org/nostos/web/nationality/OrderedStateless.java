package org.nostos.web.nationality;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.Statelessness;
import org.nostos.identity.Statelessness.Key;
import org.nostos.identity.Statelessness.Line;
import org.nostos.registry.Person;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Ordered;

/// Who is at risk of having no nationality in whatever order: sorted by keys that are known before
/// anybody is read.
record OrderedStateless(Statelessness statelessness, Values values) implements Ordered<Key, Line> {

    @Override
    public List<UUID> order() {
        return statelessness.order();
    }

    @Override
    public List<Line> rows(List<UUID> some) {
        return statelessness.read(some);
    }

    @Override
    public List<Key> keys(Asked asked) {
        String by = asked.of("sort");
        return statelessness.keys(by.equals("person"), by.equals("name"));
    }

    @Override
    public List<Column<Key>> columns() {
        return List.of(
                Column.text("name", "tasks.who", key -> name(key.name())),
                Column.text("person", "people.person", key -> number(key.person())),
                Column.text("states", "statelessness.states", Key::states),
                Column.text("since", "statelessness.since", Key::since));
    }

    @Override
    public UUID of(Key key) {
        return key.leader();
    }

    @Override
    public UUID whose(Line line) {
        return line.person().id();
    }

    @Override
    public void read(UnaryOperator<List<Line>> shown) {
        statelessness.read(shown);
    }

    private @Nullable String name(@Nullable String given) {
        return given == null ? null : values.orNoName(given);
    }

    private static @Nullable String number(@Nullable Person person) {
        return person == null ? null : person.number();
    }
}
