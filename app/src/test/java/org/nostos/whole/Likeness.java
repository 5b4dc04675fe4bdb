package org.nostos.whole;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything that the services recorded of one person, told again of others: so that every sequence can begin with
/// people who are nearly on their way, without a hundred acts for each.
final class Likeness {

    private static final String OF_NOTE =
            "note in (select l.note from nostos.note_line_person p join nostos.note_line l on l.id = p.line where p.person = :one)";

    /// Which rows of a table are about somebody.
    private static final Map<String, String> ABOUT = about();

    private final JdbcClient tables;
    private final UUID one;
    private final Map<String, String> rows = new LinkedHashMap<>();

    /// @param one of whom everything was recorded by now
    Likeness(JdbcClient tables, UUID one) {
        this.tables = tables;
        this.one = one;
        ABOUT.forEach((table, where) -> rows.put(table, rows(table, where)));
    }

    private static Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        for (String table :
                new String[] {
                    "custody_event",
                    "custody_now",
                    "consular_choice",
                    "nationality_event",
                    "disclosure",
                    "law_bar_event",
                    "law_bar_now",
                    "law_review_event",
                    "law_will_event",
                    "law_clearance_event",
                    "law_bid_event",
                    "travel_document_event",
                    "travel_fitness",
                    "note_line_person"
                }) {
            about.put(table, "person = :one");
        }
        about.put(
                "disclosure_event",
                "disclosure in (select id from nostos.disclosure where person = :one)");
        about.put("note_line", OF_NOTE);
        about.put("note_event", OF_NOTE);
        about.put("note_number", OF_NOTE);
        about.put("note_verbale", OF_NOTE.replaceFirst("note in", "id in"));
        about.put(
                "answer_event",
                "line in (select line from nostos.note_line_person where person = :one)");
        return about;
    }

    /// Whether a state broke an assurance so lately that what is told again would date from before it.
    boolean isOvertaken() {
        return tables.sql(
                        """
                        select exists (
                            select from nostos.law_assurance_event b where b.kind = 'BREACHED'
                              and clock_timestamp() - b.recorded_at <
                                  (select max(recorded_at) from nostos.travel_fitness where person = :one)
                                  - (select min(recorded_at) from nostos.law_bar_event where person = :one))
                        """)
                .param("one", one)
                .query(Boolean.class)
                .single();
    }

    private String rows(String table, String where) {
        return tables.sql(
                        "select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from nostos."
                                + table
                                + " t where "
                                + where)
                .param("one", one)
                .query(String.class)
                .single();
    }

    /// The same of this person, as if it had been recorded just now.
    void of(UUID other) {
        Map<String, String> anew = new LinkedHashMap<>();
        anew.put(one.toString(), other.toString());
        anew.put(record(one), record(other));
        ids().forEach(id -> anew.put(id, UUID.randomUUID().toString()));
        long shift =
                Instant.now().toEpochMilli()
                        - tables.sql(
                                        "select max(recorded_at) from nostos.travel_fitness where person = ?")
                                .param(one)
                                .query(java.sql.Timestamp.class)
                                .single()
                                .toInstant()
                                .toEpochMilli();
        tables.sql("set session_replication_role = replica").update();
        rows.forEach((table, text) -> add(table, replaced(text, anew), other, shift));
        tables.sql("set session_replication_role = origin").update();
    }

    private java.util.List<String> ids() {
        return tables.sql(
                        """
                        select distinct id from unnest(?::text[]) t (rows)
                        cross join lateral jsonb_array_elements(t.rows::jsonb) r (row)
                        cross join lateral (values (r.row ->> 'id')) i (id) where id is not null
                        """)
                .param(rows.values().toArray(new String[0]))
                .query(String.class)
                .list();
    }

    private String record(UUID person) {
        return tables.sql("select record::text from nostos.person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private static String replaced(String text, Map<String, String> anew) {
        String told = text;
        for (Map.Entry<String, String> each : anew.entrySet()) {
            told = told.replace(each.getKey(), each.getValue());
        }
        return told;
    }

    private void add(String table, String rows, UUID other, long shift) {
        tables.sql(
                        "insert into nostos."
                                + table
                                + " select (jsonb_populate_record(null::nostos."
                                + table
                                + """
                                , r || (select coalesce(jsonb_object_agg(k, (r ->> k)::timestamptz + :shift * interval '1 millisecond'), '{}')
                                        from unnest(array['recorded_at', 'decided_at', 'since']) k where r ->> k is not null)
                                    || case when jsonb_exists(r, 'ordinal') then jsonb_build_object('ordinal', (select ordinal from nostos.person where id = :other)) else '{}' end
                                    || case when jsonb_exists(r, 'year') then jsonb_build_object('year', 1, 'number',
                                           nth + (select coalesce(max(number), 0) from nostos.note_number where year = 1)) else '{}' end)).*
                                from jsonb_array_elements(:rows::jsonb) with ordinality t (r, nth)
                                """)
                .param("shift", shift)
                .param("other", other)
                .param("rows", rows)
                .update();
    }
}
