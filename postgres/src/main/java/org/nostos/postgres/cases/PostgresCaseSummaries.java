package org.nostos.postgres.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.cases.CaseSummaries;
import org.nostos.cases.CaseSummary;
import org.nostos.cases.CaseSummary.Flag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PostgresCaseSummaries implements CaseSummaries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    PostgresCaseSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void touch(UUID person) {
        jdbc.sql("select nostos.case_touch(?)").param(person).query((row, n) -> n).list();
    }

    @Override
    public void touch(Collection<UUID> persons) {
        jdbc.sql(
                        "select count(nostos.case_touch(p)) from (select p from unnest(?::uuid[]) p order by p) o")
                .param(PostgresOpenedCases.text(persons))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Touched> touched(int most) {
        return jdbc.sql("select person, asked from nostos.case_touched order by since limit ?")
                .param(most)
                .query((row, n) -> new Touched(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
    }

    @Override
    public List<Touched> olderThan(LocalDate day, int most) {
        return jdbc.sql(
                        "select person from nostos.case_summary where for_day < ? order by for_day, person limit ?")
                .param(day)
                .param(most)
                .query((row, n) -> new Touched(row.getObject(1, UUID.class), 0))
                .list();
    }

    @Override
    public List<Touched> notReceived(Instant at, int most) {
        return jdbc.sql("select * from nostos.cases_not_received(?, ?)")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(most)
                .query((row, n) -> new Touched(row.getObject(1, UUID.class), 0))
                .list();
    }

    @Override
    public void put(List<Touched> touched, List<CaseSummary> summaries, LocalDate day) {
        String written =
                JSON.writeValueAsString(
                        summaries.stream().map(PostgresCaseSummaries::written).toList());
        jdbc.sql("select nostos.case_summarise_each(?::uuid[], ?, ?::jsonb, ?)::text")
                .param(PostgresOpenedCases.text(touched.stream().map(Touched::person).toList()))
                .param(touched.stream().map(Touched::asked).toArray(Long[]::new))
                .param(written)
                .param(day)
                .query(String.class)
                .list();
        jdbc.sql("select nostos.stateless_put(?::jsonb)::text")
                .param(written)
                .query(String.class)
                .list();
    }

    private static Map<String, Object> written(CaseSummary summary) {
        LocalDate stateless = summary.statelessSince();
        Map<String, Object> written = new HashMap<>();
        written.put("leader", summary.leader());
        written.put("persons", summary.persons());
        written.put("words", summary.words());
        written.put("flags", summary.flags().stream().map(PostgresCaseSummaries::written).toList());
        written.put("lacks", summary.lacks());
        if (stateless != null) {
            written.put("stateless", stateless.toString());
            written.put("statelessOf", summary.statelessOf());
        }
        return written;
    }

    private static Map<String, @Nullable Object> written(Flag flag) {
        LocalDate due = flag.due();
        Map<String, @Nullable Object> fields =
                Map.of(
                                "rule", flag.rule(),
                                "effect", flag.effect().name(),
                                "settler", flag.settler().name(),
                                "arguments", flag.arguments())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (due != null) {
            fields.put("due", due.toString());
        }
        return fields;
    }
}
