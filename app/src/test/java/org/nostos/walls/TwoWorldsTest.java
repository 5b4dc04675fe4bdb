package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.parties.Caller;

/// The same house twice, with one person more in one of them: whoever has no part in that person gets the
/// same out of both, whatever statement they run, and the same for an id of that person's as for one that
/// nobody has.
class TwoWorldsTest {

    private static final Map<String, Function<World, Caller>> STRANGERS =
            Map.of(
                    "consul",
                    w -> w.m.meridia,
                    "counsel",
                    w -> w.linden,
                    "holder",
                    w -> w.north,
                    "monitor",
                    w -> w.heron,
                    "analyst",
                    w -> w.analyst);

    /// How many acts the house has seen: every party is given checkpoints, so that no end is ever cut off. And
    /// who of the committee read somebody: whoever handed that person in, or represents them, may know it.
    private static final Pattern COUNTED = Pattern.compile("journal_.*|checkpoint_.*");

    private static final Pattern READ = Pattern.compile("person_read");

    /// Numbers of persons run over all parties; the database gives them. The place of a line has random gaps.
    private static final Pattern GIVEN =
            Pattern.compile("N-\\d{4}-\\d{6}|\"(ordinal|place)\": \\d+");

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int ROWS = 6;

    private static World without;
    private static World with;

    @BeforeAll
    static void open() {
        without = new World(false);
        with = new World(true);
    }

    @AfterAll
    static void close() {
        without.close();
        with.close();
    }

    @Test
    void everyTableGivesTheSameRowsInBothWorlds() {
        List<String> told = new ArrayList<>();
        int tables = 0;
        for (String who : STRANGERS.keySet()) {
            Map<String, List<String>> one = reach(without, who).tables();
            Map<String, List<String>> other = reach(with, who).tables();
            tables += one.size();
            one.forEach((table, rows) -> {
                List<String> here = told(who, table, rows);
                List<String> there = told(who, table, other.getOrDefault(table, List.of()));
                if (!here.equals(there)) {
                    told.add(
                            who
                                    + " "
                                    + table
                                    + ":\n  "
                                    + differing(here, there)
                                    + "\n  "
                                    + differing(there, here));
                }
            });
        }
        System.out.println("tables x strangers read in two worlds: " + tables);
        assertThat(told).isEmpty();
    }

    @Test
    void everyFunctionSaysTheSameOfThatPersonAsOfNobody() {
        List<String> told = new ArrayList<>();
        int calls = 0;
        List<UUID> guesses = guesses();
        for (String who : STRANGERS.keySet()) {
            Map<String, String> nobody = reach(with, who).functions(UUID.randomUUID());
            for (UUID guess : guesses) {
                Map<String, String> said = reach(with, who).functions(guess);
                calls += said.size();
                said.forEach((call, answer) -> {
                    if (!answer.equals(nobody.get(call))) {
                        told.add(who + " " + call + ": " + answer + " and not " + nobody.get(call));
                    }
                });
            }
            Map<String, String> elsewhere = reach(without, who).functions(UUID.randomUUID());
            nobody.forEach((call, answer) -> {
                if (!answer.equals(elsewhere.get(call))) {
                    told.add(
                            who
                                    + " in two worlds "
                                    + call
                                    + ": "
                                    + answer
                                    + " and not "
                                    + elsewhere.get(call));
                }
            });
        }
        System.out.println(
                "functions called by strangers with ids that are hidden from them: " + calls);
        assertThat(told).isEmpty();
    }

    /// A row that the stranger does not see is added once more under their own name: with its own id, with
    /// another, and with ids that nobody has. Nothing in the answer may depend on which, but that the random
    /// id of a row of one's own is taken, which nobody can try out.
    @Test
    void aRefusalNeverTellsThatSomethingIsThere() {
        List<String> told = new ArrayList<>();
        int tried = 0;
        for (String who : STRANGERS.keySet()) {
            Reach reach = reach(with, who);
            Caller caller = caller(with, who);
            for (Map.Entry<String, List<String>> table :
                    new TreeMap<>(reach.writable()).entrySet()) {
                List<String> hidden = reach.hidden(table.getKey());
                for (String row : hidden.subList(0, Math.min(ROWS, hidden.size()))) {
                    String own = own(row, caller);
                    String nobody =
                            reach.adding(table.getKey(), table.getValue(), randomised(own, caller));
                    for (String guess : List.of(own, fresh(own))) {
                        tried++;
                        String answer = reach.adding(table.getKey(), table.getValue(), guess);
                        if (!answer.equals(nobody) && !answer.contains("_pkey")) {
                            told.add(
                                    who
                                            + " "
                                            + table.getKey()
                                            + ": "
                                            + answer
                                            + " and not "
                                            + nobody);
                        }
                    }
                }
            }
        }
        System.out.println("rows of others added again by strangers: " + tried);
        assertThat(told.stream().distinct().toList()).isEmpty();
    }

    /// Ids of everything about the hidden person.
    private static List<UUID> guesses() {
        List<UUID> ids = new ArrayList<>();
        for (String table :
                List.of(
                        "person",
                        "record",
                        "disclosure",
                        "note_verbale",
                        "note_line",
                        "law_bar_event",
                        "split",
                        "compartment_note")) {
            List<String> hidden = reach(with, "consul").hidden(table);
            if (!hidden.isEmpty()) {
                Matcher id = Pattern.compile("\"id\": \"([^\"]+)\"").matcher(hidden.getLast());
                if (id.find()) {
                    ids.add(UUID.fromString(id.group(1)));
                }
            }
        }
        return ids;
    }

    private static String own(String row, Caller caller) {
        return row.replaceFirst(
                        "\"account\": \"[^\"]+\"", "\"account\": \"" + caller.account() + "\"")
                .replaceFirst("\"party\": \"[^\"]+\"", "\"party\": \"" + caller.party() + "\"");
    }

    private static String fresh(String row) {
        return row.replaceFirst("\"id\": \"[^\"]+\"", "\"id\": \"" + UUID.randomUUID() + "\"");
    }

    private static String randomised(String row, Caller caller) {
        Map<String, String> others = new HashMap<>();
        others.put(caller.account().toString(), caller.account().toString());
        others.put(caller.party().toString(), caller.party().toString());
        if (caller.equals(with.linden)) {
            others.put(with.known.toString(), with.known.toString());
        }
        return ID.matcher(row)
                .replaceAll(id ->
                        others.computeIfAbsent(id.group(), _ -> UUID.randomUUID().toString()));
    }

    /// What of these rows must be alike in both worlds.
    private static List<String> told(String who, String table, List<String> rows) {
        boolean mayDiffer =
                COUNTED.matcher(table).matches()
                        || !who.equals("consul") && READ.matcher(table).matches();
        return mayDiffer
                ? List.of()
                : rows.stream().map(row -> GIVEN.matcher(row).replaceAll("#")).sorted().toList();
    }

    private static List<String> differing(List<String> rows, List<String> from) {
        List<String> left = new ArrayList<>(rows);
        from.forEach(left::remove);
        return left;
    }

    private static Reach reach(World world, String who) {
        return new Reach(world, caller(world, who));
    }

    private static Caller caller(World world, String who) {
        return java.util.Objects.requireNonNull(STRANGERS.get(who)).apply(world);
    }
}
