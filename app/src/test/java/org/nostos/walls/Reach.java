package org.nostos.walls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.parties.Caller;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All that one caller gets out of a database who may run any statement as the serving role, with what is
/// random taken out: ids, moments, bytes.
final class Reach {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MOMENT =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}[.\\d]*([+-]\\d{2}(:\\d{2})?|Z)?");
    private static final Pattern BYTES = Pattern.compile("\\\\{1,2}x[0-9a-f]{8,}");

    private final World world;
    private final Caller caller;
    private final JdbcClient owner;

    Reach(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
        this.owner = world.owner();
    }

    /// Each table and view that the serving role may read, with the rows that this caller sees.
    Map<String, List<String>> tables() {
        Map<String, List<String>> seen = new TreeMap<>();
        readable()
                .forEach((table, columns) -> {
                    String row =
                            "jsonb_build_object("
                                    + columns.stream()
                                            .map(c -> "'" + c + "', t.\"" + c + '"')
                                            .reduce((a, b) -> a + ", " + b)
                                            .orElseThrow()
                                    + ")";
                    seen.put(
                            table,
                            run("select " + row + "::text from nostos." + table + " t")
                                    .lines()
                                    .sorted()
                                    .toList());
                });
        return seen;
    }

    /// The rows of a table that this caller does not see, as JSON.
    List<String> hidden(String table) {
        return owner
                .sql("select to_jsonb(t)::text from nostos." + table + " t")
                .query(String.class)
                .list()
                .stream()
                .filter(row -> !sees(table, row))
                .toList();
    }

    private boolean sees(String table, String row) {
        Matcher id = Pattern.compile("\"id\": \"([^\"]+)\"").matcher(row);
        return id.find()
                && !run("select id from nostos." + table + " where id = '" + id.group(1) + "'")
                        .isEmpty();
    }

    /// The columns of each relation that the serving role may read.
    private Map<String, List<String>> readable() {
        return columns("select", "'r', 'v'");
    }

    /// The columns of each table that the serving role may add to.
    Map<String, List<String>> writable() {
        return columns("insert", "'r'");
    }

    private Map<String, List<String>> columns(String privilege, String kinds) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        owner.sql(
                        """
                        select c.relname, a.attname from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'nostos'
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind in (%s) and a.attgenerated = ''
                          and has_column_privilege('nostos_app', c.oid, a.attnum, '%s')
                        order by 1, a.attnum
                        """
                                .formatted(kinds, privilege))
                .query((row, _) ->
                        columns.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(row.getString(2)))
                .list();
        return columns;
    }

    /// A call of each function that the serving role may run, with this id wherever one is asked for.
    Map<String, String> functions(UUID guess) {
        Map<String, String> said = new TreeMap<>();
        for (String call : calls()) {
            for (String word :
                    call.contains("{text}")
                            ? List.of("XMA", "XOA", "legal", "custody", "care")
                            : List.of("")) {
                String sql =
                        call.replace("{id}", "'" + guess + "'::uuid")
                                .replace("{text}", "'" + word + "'");
                said.put(call + " " + word, run(sql).replace(guess.toString(), "…"));
            }
        }
        return said;
    }

    private List<String> calls() {
        return owner.sql(
                        """
                        select 'select f::text from nostos.' || p.proname || '(' || coalesce((
                            select string_agg(case t::regtype::text
                                when 'uuid' then '{id}' when 'uuid[]' then 'array[{id}]' when 'text' then '{text}'
                                when 'text[]' then 'array[{text}]' when 'date' then 'current_date'
                                when 'boolean' then 'true' when 'jsonb' then '''{}''::jsonb'
                                when 'interval' then 'interval ''1 day''' when 'bytea' then 'sha256(''x'')'
                                when 'timestamp with time zone' then 'now()' when 'integer' then '1' when 'bigint' then '1'
                                else 'null' end, ', ' order by o)
                            from unnest(p.proargtypes::oid[]) with ordinality a (t, o)), '') || ') f'
                        from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'nostos'
                        where p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
                          and has_function_privilege('nostos_app', p.oid, 'execute')
                          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                          and p.proname not in ('enter', 'leave', 'claims', 'claim_scope')
                        order by 1
                        """)
                .query(String.class)
                .list();
    }

    /// What comes of adding this row, given as JSON, under an act of the caller's own.
    String adding(String table, List<String> columns, String json) {
        String names = "\"" + String.join("\", \"", columns) + "\"";
        return attempt(act ->
                "insert into nostos."
                        + table
                        + " ("
                        + names
                        + ") select "
                        + names
                        + " from jsonb_populate_record(null::nostos."
                        + table
                        + ", '"
                        + json.replace("'", "''")
                        + "'::jsonb || jsonb_build_object('act', '"
                        + act
                        + "'))");
    }

    private interface Statement {
        String with(UUID act);
    }

    private String attempt(Statement statement) {
        try {
            return world.m.as(
                    caller,
                    () -> {
                        UUID act =
                                world.m
                                        .bean(Acts.class)
                                        .record(
                                                Act.of(
                                                        "requests.answered",
                                                        Purpose.STATE_REQUEST,
                                                        Map.of("test", 1)));
                        int rows = world.m.committee.house.jdbc().sql(statement.with(act)).update();
                        throw new Done("done " + rows);
                    });
        } catch (Done e) {
            return String.valueOf(e.getMessage());
        } catch (DataAccessException e) {
            return normal(root(e));
        }
    }

    private static final class Done extends RuntimeException {
        Done(String what) {
            super(what);
        }
    }

    private String run(String sql) {
        try {
            return world.m.as(
                    caller,
                    () -> {
                        throw new Done(rows(sql));
                    });
        } catch (Done e) {
            return String.valueOf(e.getMessage());
        } catch (DataAccessException e) {
            return normal(root(e));
        }
    }

    private String rows(String sql) {
        List<String> rows =
                new ArrayList<>(
                        world.m
                                .committee
                                .house
                                .jdbc()
                                .sql(sql)
                                .query((row, _) -> String.valueOf(row.getString(1)))
                                .list());
        rows.replaceAll(Reach::normal);
        return String.join("\n", rows);
    }

    static String normal(String text) {
        return BYTES.matcher(MOMENT.matcher(ID.matcher(text).replaceAll("#")).replaceAll("@"))
                .replaceAll("bytes");
    }

    private static String root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
