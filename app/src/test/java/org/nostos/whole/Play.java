package org.nostos.whole;

import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.ORISTAN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.legal.LawStep;
import org.nostos.parties.Caller;
import org.nostos.requests.Ministry;

/// One sequence about persons of its own: who they are, and what was begun about them.
final class Play {

    final Cast cast;
    final List<UUID> people;
    final List<UUID> notes = new ArrayList<>();
    final List<UUID> splits = new ArrayList<>();
    final List<UUID> judgements = new ArrayList<>();
    final List<UUID> transfers = new ArrayList<>();
    final List<Deed> deeds;
    final Instant begun;

    /// When the step began that was tried last.
    Instant step;

    /// What came of the deeds: done, or by what they were refused.
    final Map<String, Integer> came = new TreeMap<>();

    /// @param bound whether the first two are about to go home
    Play(Cast cast, boolean bound) {
        this.cast = cast;
        this.people = cast.people();
        this.deeds = bound ? Repertoire.bound(cast) : Repertoire.of(cast);
        if (bound) {
            cast.settle(people.subList(0, 2));
        }
        this.begun = Instant.now();
        this.step = begun;
    }

    /// Whose turn is what, of all that can be tried here.
    Deed deed(Step tried) {
        return tried.of(deeds, tried.what());
    }

    UUID person(Step step) {
        return people.get(step.one() % people.size());
    }

    UUID another(Step step) {
        return people.get((step.one() + 1 + step.two() % (people.size() - 1)) % people.size());
    }

    List<UUID> one(Step step) {
        return cast.one(person(step));
    }

    StateCode state(Step step) {
        return step.two() % 4 == 0 ? ORISTAN : MERIDIA;
    }

    /// Today mostly, or some day of the last weeks.
    LocalDate day(Step step) {
        return step.more() % 3 == 0
                ? Ministry.today().minusDays(step.more() % 40)
                : Ministry.today();
    }

    /// What the page showed last; now and then a page of long ago.
    @Nullable UUID seen(Step step, @Nullable UUID last) {
        return step.more() % 16 == 1 ? UUID.randomUUID() : last;
    }

    LawStep law(Step step, List<UUID> one, @Nullable UUID last) {
        return new LawStep(one, seen(step, last), day(step), "as the papers say", "paper 1");
    }

    /// The id of the last of what the committee reads of somebody.
    <E> @Nullable UUID last(Supplier<List<E>> events, Function<E, UUID> id) {
        List<E> all = cast.m.as(cast.m.legal, events);
        return all.isEmpty() ? null : id.apply(all.getLast());
    }

    <E> @Nullable E any(Step step, Supplier<List<E>> what) {
        List<E> all = cast.m.as(cast.m.legal, what);
        return all.isEmpty() ? null : all.get(step.two() % all.size());
    }

    AsOf now() {
        return AsOf.now();
    }

    /// Does it, and says whether it was done.
    boolean take(Step step) {
        Deed deed = deed(step);
        this.step = cast.now();
        Caller who = deed.who(cast, step);
        Supplier<List<Obstacle>> made = deed.made().of(this, step);
        if (made == null) {
            count("no such form");
            return false;
        }
        long before = facts();
        List<Obstacle> refused;
        try {
            refused = who.call(made::get);
        } catch (RuntimeException e) {
            count("thrown: " + kind(e));
            wroteNothing(deed, before);
            return false;
        }
        if (refused.isEmpty()) {
            count("done");
            return true;
        }
        count("refused: " + refused.getFirst().code());
        wroteNothing(deed, before);
        return false;
    }

    private void wroteNothing(Deed deed, long before) {
        if (facts() != before) {
            throw new Unlawful(deed.name() + " was refused and wrote something");
        }
    }

    /// How many facts there are in all rooms.
    private long facts() {
        return cast.tables().sql(Lawful.FACTS_OF_ALL).query(Long.class).single();
    }

    /// Whether this clearance is looked at for the first time since it was issued.
    boolean lastIssued(UUID clearance) {
        return issued.add(clearance);
    }

    private final java.util.Set<UUID> issued = new java.util.HashSet<>();

    private void count(String what) {
        came.merge(what, 1, Integer::sum);
    }

    private static String kind(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return thrown.getClass().getSimpleName()
                + " "
                + (words.contains("row-level security")
                        ? "wall"
                        : words.replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "#")
                                .replaceAll("Key \\(.*", ""));
    }

    /// A state that no lawful sequence of acts reaches.
    static final class Unlawful extends AssertionError {
        Unlawful(String what) {
            super(what);
        }
    }
}
