package org.nostos.whole;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.parties.Caller;
import org.nostos.requests.Ministry;

/// Past every service: a fact like one that stands, with another kind, of another person, said to have been
/// recorded days ago, put into its table by whoever tries it.
final class Forgery {

    /// Tracks of a case: tables of facts that say what kind they are.
    private static final String TRACKS =
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'nostos'
            where c.relkind = 'r' and has_any_column_privilege('nostos_app', c.oid, 'insert')
              and 4 = (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('id', 'kind', 'account', 'act'))
              and c.relname not in ('list_event', 'batch_event', 'compartment_keeper', 'compartment_note')
            order by 1
            """;

    private static final Pattern KINDS = Pattern.compile("\\(kind = ANY \\(ARRAY\\[([^]]+)]");

    private final Cast cast;
    private final Map<String, List<String>> kinds = new TreeMap<>();

    Forgery(Cast cast) {
        this.cast = cast;
        for (String table : cast.tables().sql(TRACKS).query(String.class).list()) {
            kinds.put(table, kinds(table));
        }
    }

    private List<String> kinds(String table) {
        String checks =
                String.join(
                        " ",
                        cast.tables()
                                .sql(
                                        "select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid = ('nostos.' || ?)::regclass")
                                .param(table)
                                .query(String.class)
                                .list());
        Matcher found = KINDS.matcher(checks);
        return found.find()
                ? List.of(found.group(1).replaceAll("'|::text", "").split(", "))
                : List.of();
    }

    @Nullable Supplier<List<Obstacle>> of(Play play, Step step) {
        List<String> tables = List.copyOf(kinds.keySet());
        String table = tables.get(step.what() / 7 % tables.size());
        List<String> rows =
                cast.tables()
                        .sql(
                                "select to_jsonb(t)::text from nostos."
                                        + table
                                        + " t where t.recorded_at > ? order by t.recorded_at desc limit 12")
                        .param(java.sql.Timestamp.from(play.begun))
                        .query(String.class)
                        .list();
        if (rows.isEmpty()) {
            return null;
        }
        String row = rows.get(step.two() % rows.size());
        String changes = changes(play, step, table);
        return () -> {
            Caller who = Caller.required();
            return cast.m.as(
                    who,
                    () -> {
                        UUID act =
                                cast.bean(Acts.class)
                                        .record(
                                                Act.of(
                                                        "legal.forged",
                                                        Purpose.LEGAL_REVIEW,
                                                        Map.of()));
                        add(
                                table,
                                row,
                                changes
                                        + ", 'act', '"
                                        + act
                                        + "', 'account', nostos.caller_account(), 'party', nostos.caller_party()");
                        return List.<Obstacle>of();
                    });
        };
    }

    private String changes(Play play, Step step, String table) {
        List<String> known = kinds.getOrDefault(table, List.of());
        String kind = known.isEmpty() ? "x" : step.of(known, step.more());
        LocalDate soon = Ministry.today().plusDays(9);
        StringBuilder changes = new StringBuilder("'id', gen_random_uuid()");
        if (step.more() % 3 > 0 && !known.isEmpty()) {
            changes.append(", 'kind', '").append(kind).append("'");
            boolean until =
                    kind.equals("CLEARED")
                            || kind.equals("LIFT_PROPOSED")
                            || kind.equals("IN_FORCE");
            changes.append(", 'until', ").append(until ? "'" + soon + "'" : "null");
        }
        if (step.more() % 5 == 0) {
            changes.append(", 'person', '").append(play.person(step)).append("'");
        }
        if (step.two() % 4 == 0) {
            changes.append(", 'recorded_at', now() - interval '3 days'");
        }
        return changes.toString();
    }

    private void add(String table, String row, String changes) {
        String columns =
                cast
                        .tables()
                        .sql(
                                "select a.attname from pg_attribute a where a.attrelid = ('nostos.' || ?)::regclass and a.attnum > 0 and not a.attisdropped and has_column_privilege('nostos_app', a.attrelid, a.attnum, 'insert')")
                        .param(table)
                        .query(String.class)
                        .list()
                        .stream()
                        .collect(Collectors.joining(", "));
        cast.m
                .committee
                .house
                .jdbc()
                .sql(
                        "insert into nostos."
                                + table
                                + " ("
                                + columns
                                + ") select "
                                + columns
                                + " from jsonb_populate_record(null::nostos."
                                + table
                                + ", ?::jsonb || jsonb_build_object("
                                + changes
                                + "))")
                .param(row)
                .update();
    }
}
