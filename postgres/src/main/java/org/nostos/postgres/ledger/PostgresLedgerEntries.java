package org.nostos.postgres.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Stage;
import org.nostos.ledger.FigureSource;
import org.nostos.ledger.LedgerEntries;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerEvent;
import org.nostos.ledger.LedgerQuestion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresLedgerEntries implements LedgerEntries {

    private static final String FROM =
            "from nostos.figure_now n join nostos.figure f on f.id = n.figure ";
    private static final String SELECT =
            """
            select f.*, n.state, n.article, n.source_title, n.source_address, n.source_sha256, n.replaced_by,
                   n.published_at, n.changed_at
            """
                    + FROM;

    private final JdbcClient jdbc;

    PostgresLedgerEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LedgerEntry> page(LedgerQuestion question, int offset, int most) {
        return jdbc.sql(
                        SELECT
                                + EntryColumns.where(question)
                                + " order by "
                                + EntryColumns.order(question)
                                + " limit :most offset :offset")
                .params(EntryColumns.asked(question))
                .param("most", most)
                .param("offset", offset)
                .query(EntryColumns::entry)
                .list();
    }

    @Override
    public long count(LedgerQuestion question) {
        return jdbc.sql("select count(*) " + FROM + EntryColumns.where(question))
                .params(EntryColumns.asked(question))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<LedgerEntry> byId(UUID id) {
        return one("f.id", id);
    }

    @Override
    public Optional<LedgerEntry> byNumber(long number) {
        return one("f.number", number);
    }

    private Optional<LedgerEntry> one(String column, Object value) {
        return jdbc.sql(SELECT + "where " + column + " = ?")
                .param(value)
                .query(EntryColumns::entry)
                .optional();
    }

    @Override
    public List<LedgerEntry> byIds(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where f.id = any (?) order by f.number")
                .param(ids.toArray(UUID[]::new))
                .query(EntryColumns::entry)
                .list();
    }

    @Override
    public List<LedgerEntry> partsOf(UUID id) {
        return jdbc.sql(SELECT + "where f.part_of = ? order by f.low desc, f.number")
                .param(id)
                .query(EntryColumns::entry)
                .list();
    }

    @Override
    public Optional<LedgerEntry> published(UUID id) {
        return jdbc.sql(SELECT + "where f.id = ? and n.state = 'PUBLISHED'")
                .param(id)
                .query(EntryColumns::entry)
                .optional();
    }

    @Override
    public List<LedgerEntry> publishedParts(UUID id) {
        return jdbc.sql(
                        SELECT
                                + "where f.part_of = ? and n.state = 'PUBLISHED' order by f.low desc, f.number")
                .param(id)
                .query(EntryColumns::entry)
                .list();
    }

    @Override
    public List<LedgerEntry> publishedOf(String population) {
        return jdbc.sql(
                        SELECT
                                + "where f.population = ? and n.state = 'PUBLISHED' order by f.number")
                .param(population)
                .query(EntryColumns::entry)
                .list();
    }

    @Override
    public List<LedgerEvent> events(UUID id) {
        return jdbc.sql(
                        """
                        select e.*, coalesce(a.display_name, '') as signed_by from nostos.figure_event e
                        left join nostos.account a on a.id = e.account
                        where e.figure = ? order by e.recorded_at, e.id
                        """)
                .param(id)
                .query((row, number) ->
                        new LedgerEvent(
                                row.getObject("id", UUID.class),
                                Stage.valueOf(row.getString("kind")),
                                EntryColumns.source(row),
                                row.getObject("replaced_by", UUID.class),
                                row.getString("reason"),
                                row.getObject("account", UUID.class),
                                row.getString("signed_by"),
                                EntryColumns.moment(row, "recorded_at")))
                .list();
    }

    @Override
    public List<Population> populations(int most) {
        return jdbc.sql(
                        """
                        select f.category, f.place, count(*) as figures
                        """
                                + FROM
                                + """
                                where n.state = 'PUBLISHED' and f.place is not null
                                group by f.category, f.place order by figures desc, f.category, f.place limit ?
                                """)
                .param(most)
                .query((row, number) ->
                        new Population(
                                Category.valueOf(row.getString("category")),
                                row.getString("place"),
                                row.getLong("figures")))
                .list();
    }

    @Override
    public List<String> places() {
        return named("place");
    }

    @Override
    public List<String> speakers() {
        return named("said_by");
    }

    private List<String> named(String column) {
        return jdbc.sql(
                        "select distinct f."
                                + column
                                + " as name "
                                + FROM
                                + "where f."
                                + column
                                + " is not null order by 1 limit 300")
                .query(String.class)
                .list();
    }

    @Override
    public List<String> spoken() {
        return jdbc.sql(
                        """
                        select distinct w.word
                        """
                                + FROM
                                + """
                                cross join lateral (values (f.place), (f.origin), (f.authority), (f.said_by)) w (word)
                                where n.state = 'PUBLISHED' and w.word is not null order by 1 limit 5000
                                """)
                .query(String.class)
                .list();
    }

    @Override
    public List<LedgerEntry> naming(List<String> words, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where n.state = 'PUBLISHED'
                                  and concat_ws(' ; ', f.place, f.origin, f.authority, f.said_by) ilike any (?)
                                order by f.said_first desc nulls last, f.number desc limit ?
                                """)
                .param(words.stream().map(EntryColumns::anywhere).toArray(String[]::new))
                .param(most)
                .query(EntryColumns::entry)
                .list();
    }

    @Override
    public Optional<Instant> lastChange() {
        return jdbc.sql("select max(n.changed_at) from nostos.figure_now n")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void turn(UUID id) {
        jdbc.sql("select nostos.figure_turn(?)").param(id).query((row, number) -> true).list();
    }

    @Override
    public void add(Figure figure, @Nullable UUID replaces, UUID act) {
        Map<String, @Nullable Object> values = EntryColumns.values(figure);
        values.put("replaces", replaces);
        values.put("act", act);
        jdbc.sql(
                        """
                        insert into nostos.figure (id, party, low, high, qualifier, unit, counted, category, origin, place,
                               authority, said_by, speaker_name, outlet, said_on, said_first, said_last, as_of, as_of_first,
                               as_of_last, words, part_of, population, replaces, account, act)
                        values (:id, nostos.caller_party(), :low, :high, :qualifier, :unit, :counted, :category, :origin, :place,
                                :authority, :saidBy, :person, :outlet, :saidOn, :saidFirst, :saidLast, :asOf, :asOfFirst,
                                :asOfLast, :words, :partOf::uuid, :population, :replaces::uuid, nostos.caller_account(), :act)
                        """)
                .params(values)
                .update();
    }

    @Override
    public void step(
            UUID id,
            Stage to,
            @Nullable FigureSource source,
            @Nullable UUID replacedBy,
            @Nullable String reason,
            UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.figure_event (id, figure, party, kind, article, source_title, source_address,
                               source_sha256, replaced_by, reason, account, act)
                        values (gen_random_uuid(), :figure, nostos.caller_party(), :kind, :article::uuid, :title, :address,
                                :sha256, :by::uuid, :reason, nostos.caller_account(), :act)
                        """)
                .param("figure", id)
                .param("kind", to.name())
                .param("article", source == null ? null : source.article())
                .param("title", source == null ? null : source.title())
                .param("address", source == null ? null : source.address())
                .param("sha256", source == null ? null : source.sha256())
                .param("by", replacedBy)
                .param("reason", reason)
                .param("act", act)
                .update();
    }
}
