package org.nostos.demo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nostos.basics.StateCode;

/// The five lists that speak of the same invented people and disagree: a holding authority's in
/// Arabic script, two camps' in Latin spellings, and the inquiries of two states.
///
/// Everybody held stands on at least one of the first three. The states also ask for people whom
/// nobody holds. `held` and `sought` count people, not rows.
public record FiveLists(
        PaperList authority,
        PaperList campWillow,
        PaperList campCedar,
        PaperList meridia,
        PaperList varland,
        int held,
        int sought) {

    public static final long USUAL_SEED = 20261122;
    public static final int USUAL_SIZE = 7_000;

    /// Two rows, on one list or on two, that truly speak of one person. Rows count from 1.
    public record SamePerson(PaperList left, int leftRow, PaperList right, int rightRow) {}

    /// The lists of a world of about this many people held. The same seed and size give the same lists.
    public static FiveLists of(long seed, int size) {
        Chance chance = new Chance(seed);
        List<Person> people = Population.invent(chance.branch(), size);
        List<Person> held = people.stream().filter(Person::held).toList();
        Chance draw = chance.branch();
        double scale = size / (double) USUAL_SIZE;
        List<Person> willow = draw.draw((int) (3_310 * scale), held, p -> p.isGrownMan() ? 1 : 3);
        List<Person> cedar = draw.draw((int) (1_260 * scale), held, p -> p.isGrownMan() ? 0.5 : 4);
        Set<Person> inCamps = new HashSet<>(willow);
        inCamps.addAll(cedar);
        List<Person> authority =
                draw.draw((int) (5_050 * scale), held, p -> inCamps.contains(p) ? 1 : 1e9);
        List<Person> meridians = draw.draw((int) (1_120 * scale), of("XMD", people), p -> 1);
        List<Person> varlanders = draw.draw((int) (485 * scale), of("XVR", people), p -> 1);
        return new FiveLists(
                new Desk(chance.branch(), Habit.ARABIC).write(Sheets.AUTHORITY, authority),
                new Desk(chance.branch(), Habit.ENGLISH).write(Sheets.CAMP_WILLOW, willow),
                new Desk(chance.branch(), Habit.FRENCH).write(Sheets.CAMP_CEDAR, cedar),
                new Desk(chance.branch(), Habit.PLAIN).write(Sheets.MERIDIA, meridians),
                new Desk(chance.branch(), Habit.CYRILLIC).write(Sheets.VARLAND, varlanders),
                held.size(),
                people.size() - held.size());
    }

    private static List<Person> of(String state, List<Person> people) {
        return people.stream().filter(person -> person.state().equals(State.named(state))).toList();
    }

    /// The invented states by their codes.
    public static Map<StateCode, String> states() {
        Map<StateCode, String> states = new LinkedHashMap<>();
        State.ALL.forEach(state -> states.put(state.code(), state.name()));
        return states;
    }

    /// All five, in the order in which they are handed in.
    public List<PaperList> all() {
        return List.of(authority, campWillow, campCedar, meridia, varland);
    }

    /// Every pair of rows that speaks of one person.
    public List<SamePerson> truth() {
        Map<String, List<SamePerson>> byPerson = new HashMap<>();
        List<SamePerson> pairs = new ArrayList<>();
        for (PaperList list : all()) {
            for (int row = 1; row <= list.rows().size(); row++) {
                String person = list.rows().get(row - 1).person().orElse("");
                if (person.isEmpty()) {
                    continue;
                }
                List<SamePerson> seen = byPerson.computeIfAbsent(person, id -> new ArrayList<>());
                for (SamePerson before : seen) {
                    pairs.add(new SamePerson(before.left(), before.leftRow(), list, row));
                }
                seen.add(new SamePerson(list, row, list, row));
            }
        }
        return pairs;
    }
}
