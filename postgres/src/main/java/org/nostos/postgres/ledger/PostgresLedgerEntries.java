package org.nostos.postgres.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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

    private static final String FROM = "from nostos.figure_now n ";
    private static final String COLUMNS =
            """
            select f.*, n.state, n.article, n.source_title, n.source_address, n.source_sha256, n.replaced_by,
                   n.published_at, n.changed_at
            """;
    private static final String SELECT =
            COLUMNS + FROM + "join nostos.figure f on f.id = n.figure ";

    /// The rows of a page, found in what is kept of where figures stand, and read whole.
    private static final String PAGE =
            COLUMNS
                    + """
                    , p.total
                    from (select n.figure, row_number() over (order by %1$s) as at, %2$s as total
                          from nostos.figure_now n %3$s order by %1$s limit :most offset :offset) p
                    join nostos.figure_now n on n.figure = p.figure
                    join nostos.figure f on f.id = p.figure order by p.at
                    """;

    /// Each name that stands in a column, from one to the next by an index.
    private static final String NAMED =
            """
            with recursive named as (
                (select n.%1$s as name from nostos.figure_now n where n.%1$s is not null %2$s order by n.%1$s limit 1)
                union all
                select (select n.%1$s from nostos.figure_now n where n.%1$s > named.name %2$s order by n.%1$s limit 1)
                from named where named.name is not null)
            select name from named where name is not null limit %3$d
            """;

    private static final int NAMES = 300;
    private static final int SPOKEN = 10_000;

    private final JdbcClient jdbc;

    PostgresLedgerEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LedgerEntry> page(LedgerQuestion question, int offset, int most) {
        return paged(question, "null::bigint", offset, most).query(EntryColumns::entry).list();
    }

    @Override
    public Found found(LedgerQuestion question, int offset, int most) {
        if (question.words() == null) {
            return new Found(page(question, offset, most), count(question));
        }
        AtomicLong total = new AtomicLong();
        List<LedgerEntry> rows =
                paged(question, "count(*) over ()", offset, most)
                        .query((row, number) -> {
                            total.set(row.getLong("total"));
                            return EntryColumns.entry(row, number);
                        })
                        .list();
        return new Found(rows, rows.isEmpty() && offset > 0 ? count(question) : total.get());
    }

    private JdbcClient.StatementSpec paged(
            LedgerQuestion question, String total, int offset, int most) {
        return jdbc.sql(
                        PAGE.formatted(
                                EntryColumns.order(question), total, EntryColumns.where(question)))
                .params(EntryColumns.asked(question))
                .param("most", most)
                .param("offset", offset);
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
                        """
                        with recursive whole (id) as (
                            select ?::uuid
                            union
                            select f.replaces from nostos.figure f join whole w on f.id = w.id
                            where f.replaces is not null)
                        """
                                + SELECT
                                + """
                                where f.part_of in (select w.id from whole w) and n.state = 'PUBLISHED'
                                order by f.low desc, f.number
                                """)
                .param(id)
                .query(EntryColumns::entry)
                .list();
    }

    @Override
    public UUID standing(UUID id) {
        return jdbc.sql(
                        """
                        with recursive step (figure, at) as (
                            select ?::uuid, 0
                            union all
                            select n.replaced_by, s.at + 1 from step s
                            join nostos.figure_now n on n.figure = s.figure
                            where n.replaced_by is not null and s.at < 1000)
                        select figure from step order by at desc limit 1
                        """)
                .param(id)
                .query(UUID.class)
                .single();
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
                        select n.category, n.place, count(*) as figures
                        """
                                + FROM
                                + """
                                where n.state = 'PUBLISHED' and n.place is not null
                                group by n.category, n.place order by figures desc, n.category, n.place limit ?
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
        return named("place", "", NAMES);
    }

    @Override
    public List<String> speakers() {
        return named("said_by", "", NAMES);
    }

    private List<String> named(String column, String only, int most) {
        return jdbc.sql(NAMED.formatted(column, only, most)).query(String.class).list();
    }

    @Override
    public Set<String> spoken() {
        Set<String> spoken = new LinkedHashSet<>();
        for (String column : List.of("place", "origin", "authority", "said_by")) {
            spoken.addAll(named(column, "and n.state = 'PUBLISHED'", SPOKEN));
        }
        return spoken;
    }

    @Override
    public List<LedgerEntry> naming(Collection<String> spoken, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where n.state = 'PUBLISHED'
                                  and (n.place = any (:spoken) or n.origin = any (:spoken)
                                       or n.authority = any (:spoken) or n.said_by = any (:spoken))
                                order by n.said_first desc nulls last, n.number desc limit :most
                                """)
                .param("spoken", spoken.toArray(String[]::new))
                .param("most", most)
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
                               as_of_last, words, part_of, replaces, account, act)
                        values (:id, nostos.caller_party(), :low, :high, :qualifier, :unit, :counted, :category, :origin, :place,
                                :authority, :saidBy, :person, :outlet, :saidOn, :saidFirst, :saidLast, :asOf, :asOfFirst,
                                :asOfLast, :words, :partOf::uuid, :replaces::uuid, nostos.caller_account(), :act)
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
