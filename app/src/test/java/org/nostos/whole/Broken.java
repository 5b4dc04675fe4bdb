package org.nostos.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nostos.whole.Lawful.Law;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Proves that each law can fail: the smallest unlawful state of `breaking.txt`, written past every guard in a
/// transaction that is rolled back, is named by that law and by no other.
final class Broken {

    private static final String JOURNEY = "journey";
    private static final String NOW = "now";
    private static final Path RESOURCES = Path.of("src/test/resources");

    private final JdbcClient tables;
    private final List<Law> laws = Laws.all();
    private final Map<String, List<String>> states = states();

    private Broken(JdbcClient tables) {
        this.tables = tables;
    }

    static void each(JdbcClient tables) {
        Broken broken = new Broken(tables);
        tables.sql(String.join("\n", lines("put.sql"))).update();
        assertThat(broken.brokenBy(List.of(JOURNEY))).as("a lawful journey").isEmpty();
        List<String> named =
                broken.laws.stream().map(Law::name).filter(name -> !Laws.isOfFacts(name)).toList();
        assertThat(broken.states.keySet()).containsAll(named);
        for (String law : named) {
            List<String> state = Objects.requireNonNull(broken.states.get(law));
            assertThat(broken.brokenBy(state)).as(law).containsExactly(law);
        }
        broken.variants();
        assertThat(broken.brokenBy(Laws.FACTS.stream().flatMap(Broken::undated).toList()))
                .containsExactlyElementsOf(
                        broken.laws.stream().map(Law::name).filter(Laws::isOfFacts).toList());
    }

    /// Other states that break a law, `law: how`, and states that look alike and break none.
    private void variants() {
        states.forEach((name, state) -> {
            int colon = name.indexOf(": ");
            if (name.startsWith("lawful: ")) {
                assertThat(brokenBy(state)).as(name).isEmpty();
            } else if (colon > 0) {
                assertThat(brokenBy(state)).as(name).containsExactly(name.substring(0, colon));
            }
        });
    }

    private static java.util.stream.Stream<String> undated(String table) {
        return java.util.stream.Stream.of("! " + table, table + " {\"act\": \"nobody\"}");
    }

    /// The laws that this state breaks, in the order in which they stand.
    private List<String> brokenBy(List<String> state) {
        tables.sql("begin").update();
        try {
            tables.sql("set local session_replication_role = replica").update();
            Timestamp begun = write(state);
            List<String> broken = new ArrayList<>();
            for (Law law : laws) {
                boolean named =
                        !tables.sql(law.broken())
                                .param("begun", begun)
                                .param("step", begun)
                                .query(String.class)
                                .list()
                                .isEmpty();
                if (named) {
                    broken.add(law.name());
                }
            }
            return broken;
        } finally {
            tables.sql("rollback").update();
        }
    }

    private Timestamp write(List<String> state) {
        Timestamp begun = now();
        for (String line : expanded(state)) {
            if (line.equals(NOW)) {
                begun = now();
            } else if (line.startsWith("! ")) {
                takeChecks(line.substring(2));
            } else {
                int space = line.indexOf(' ');
                tables.sql("select 1 from (select pg_temp.put(?, ?::jsonb)) p")
                        .param(line.substring(0, space))
                        .param(line.substring(space + 1))
                        .query(row -> {});
            }
        }
        return begun;
    }

    private List<String> expanded(List<String> state) {
        List<String> lines = new ArrayList<>();
        for (String line : state) {
            if (line.equals(JOURNEY)) {
                Objects.requireNonNull(states.get(JOURNEY)).stream()
                        .filter(row -> state.stream().noneMatch(other -> leavesOut(other, row)))
                        .forEach(lines::add);
            } else if (!line.startsWith("- ")) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static boolean leavesOut(String line, String row) {
        if (!line.startsWith("- ")) {
            return false;
        }
        String what = line.substring(2);
        return row.startsWith(what + " ") || row.contains("\"kind\": \"" + what + "\"");
    }

    private void takeChecks(String table) {
        tables.sql(
                        "select conname from pg_constraint where contype = 'c' and conrelid = ('nostos.' || ?)::regclass")
                .param(table)
                .query(String.class)
                .list()
                .forEach(check ->
                        tables.sql(
                                        "alter table nostos."
                                                + table
                                                + " drop constraint \""
                                                + check
                                                + "\"")
                                .update());
    }

    private Timestamp now() {
        return tables.sql("select clock_timestamp()").query(Timestamp.class).single();
    }

    private static Map<String, List<String>> states() {
        Map<String, List<String>> states = new LinkedHashMap<>();
        List<String> state = new ArrayList<>();
        for (String line : lines("breaking.txt")) {
            if (line.startsWith("-- ") || states.isEmpty() && line.equals(JOURNEY)) {
                state = new ArrayList<>();
                states.put(line.startsWith("-- ") ? line.substring(3) : line, state);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                state.add(line);
            }
        }
        return states;
    }

    private static List<String> lines(String resource) {
        try {
            return Files.readAllLines(RESOURCES.resolve(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
