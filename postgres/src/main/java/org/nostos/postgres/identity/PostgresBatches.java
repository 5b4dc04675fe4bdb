package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Role;
import org.nostos.identity.Batch;
import org.nostos.identity.Batch.Event;
import org.nostos.identity.Batch.Filter;
import org.nostos.identity.Batch.Hand;
import org.nostos.identity.Batch.Pattern;
import org.nostos.identity.Batch.Sample;
import org.nostos.identity.Batch.Step;
import org.nostos.identity.Batches;
import org.nostos.identity.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresBatches implements Batches {

    /// Open proposals that the filter takes: no row of them stands in a flagged pair, none has a rival.
    private static final String MEMBERS =
            """
            from nostos.proposal p
            join nostos.record a on a.id = p.record_l
            join nostos.record b on b.id = p.record_r
            join nostos.list_version va on va.id = a.version
            join nostos.list_version vb on vb.id = b.version
            where p.run = nostos.latest_run() and p.probability >= :least
              and not exists (select from nostos.pair_standing s
                              where s.record_l = p.record_l and s.record_r = p.record_r)
              and not exists (select from nostos.proposal_flag f
                              where f.run = p.run and f.record_l in (p.record_l, p.record_r))
              and not exists (select from nostos.proposal_flag f
                              where f.run = p.run and f.record_r in (p.record_l, p.record_r))
              and not exists (select from nostos.person_cluster x join nostos.person_cluster y on y.leader = x.leader
                              where x.record = p.record_l and y.record = p.record_r)
              and (:one::uuid is null or :one in (va.list, vb.list))
              and (:other::uuid is null or :other in (va.list, vb.list))
              and (:one::uuid is null or :other::uuid is null or :one <> :other and va.list <> vb.list)
              and (:pattern not in ('DOCUMENT', 'DOCUMENT_AND_BIRTH_YEAR')
                   or nostos.same_document(a.fields, b.fields))
              and (:pattern <> 'BIRTH_DAY'
                   or a.birth_first = a.birth_last and a.birth_first = b.birth_first and a.birth_last = b.birth_last)
              and (:pattern <> 'DOCUMENT_AND_BIRTH_YEAR'
                   or extract(year from a.birth_first) = extract(year from a.birth_last)
                      and extract(year from b.birth_first) = extract(year from b.birth_last)
                      and extract(year from a.birth_first) = extract(year from b.birth_first))
              and nostos.has_no_rival(p.run, p.record_l, p.record_r)
            order by p.probability desc, p.id limit 2000
            """;

    private static final String SELECT =
            """
            select b.id, b.run, b.probability, b.list_one, b.list_other, b.pattern, b.pairs,
                   b.account, a.display_name, b.role, b.recorded_at
            from nostos.batch b join nostos.account a on a.id = b.account
            """;

    private final JdbcClient jdbc;

    PostgresBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int count(Filter filter) {
        return filtered("select count(*) from (select p.id " + MEMBERS + ") as found", filter)
                .query(Integer.class)
                .single();
    }

    @Override
    public int freeze(UUID batch, Filter filter, UUID act) {
        int pairs = count(filter);
        jdbc.sql(
                        """
                        insert into nostos.batch (id, run, probability, list_one, list_other, pattern, pairs,
                                                  account, role, act)
                        values (?, nostos.latest_run(), ?, ?::uuid, ?::uuid, ?, ?,
                                nostos.caller_account(), nostos.caller_role(), ?)
                        """)
                .param(batch)
                .param(filter.probability())
                .param(filter.listOne())
                .param(filter.listOther())
                .param(filter.pattern().name())
                .param(pairs)
                .param(act)
                .update();
        return filtered(
                        "insert into nostos.batch_pair (batch, record_l, record_r, proposal, act)"
                                + " select :batch, p.record_l, p.record_r, p.id, :act "
                                + MEMBERS,
                        filter)
                .param("batch", batch)
                .param("act", act)
                .update();
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("least", filter.probability())
                .param("one", filter.listOne())
                .param("other", filter.listOther())
                .param("pattern", filter.pattern().name());
    }

    @Override
    public int draw(UUID batch, UUID act) {
        return jdbc.sql("select nostos.batch_draw_sample(?, ?)")
                .param(batch)
                .param(act)
                .query(Integer.class)
                .single();
    }

    @Override
    public void step(UUID batch, Step step, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.batch_event (batch, kind, reason, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(batch)
                .param(step.name())
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public int confirm(UUID batch, String reason, UUID act) {
        return called("select nostos.batch_confirm(?, ?, ?)", batch, reason, act);
    }

    @Override
    public int takeBack(UUID batch, String reason, UUID act) {
        return called("select nostos.batch_take_back(?, ?, ?)", batch, reason, act);
    }

    private int called(String sql, UUID batch, String reason, UUID act) {
        return jdbc.sql(sql).param(batch).param(reason).param(act).query(Integer.class).single();
    }

    @Override
    public Optional<Batch> byId(UUID batch) {
        return jdbc.sql(SELECT + "where b.id = ?").param(batch).query(this::batch).optional();
    }

    @Override
    public List<Batch> latest(int most) {
        return jdbc.sql(SELECT + "order by b.recorded_at desc limit ?")
                .param(most)
                .query(this::batch)
                .list();
    }

    @Override
    public List<Proposal> sample(UUID batch) {
        return jdbc.sql(
                        """
                        select p.id, p.run, p.record_l, p.record_r, p.probability, p.weight
                        from nostos.batch_sample s
                        join nostos.batch_sample_pair d on d.batch = s.batch and d.hand = s.hand
                        join nostos.batch_pair b on b.batch = d.batch and b.record_l = d.record_l
                                                and b.record_r = d.record_r
                        join nostos.proposal p on p.id = b.proposal
                        where s.batch = ? and s.account = nostos.caller_account()
                        order by d.position
                        """)
                .param(batch)
                .query(PostgresProposals::proposal)
                .list();
    }

    @Override
    public String digest(UUID batch) {
        return jdbc.sql(
                        """
                        select encode(sha256(convert_to(coalesce(
                                   string_agg(record_l || '/' || record_r, ',' order by record_l, record_r), ''),
                                   'UTF8')), 'hex')
                        from nostos.batch_pair where batch = ?
                        """)
                .param(batch)
                .query(String.class)
                .single();
    }

    @Override
    public List<ListName> lists() {
        return jdbc.sql(
                        """
                        select l.id, l.title, y.name from nostos.list l join nostos.party y on y.id = l.party
                        where exists (select from nostos.list_version v join nostos.list_event e on e.version = v.id
                                      where v.list = l.id and e.kind in ('ACCEPTED', 'PARTLY_ACCEPTED'))
                        order by l.title, l.id
                        """)
                .query((row, number) ->
                        new ListName(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Batch(
                id,
                row.getObject("run", UUID.class),
                new Filter(
                        row.getDouble("probability"),
                        row.getObject("list_one", UUID.class),
                        row.getObject("list_other", UUID.class),
                        Pattern.valueOf(row.getString("pattern"))),
                row.getInt("pairs"),
                hand(row),
                samples(id),
                events(id));
    }

    private List<Sample> samples(UUID batch) {
        return jdbc.sql(
                        """
                        select s.hand, s.seed, s.account, a.display_name, s.role, s.recorded_at,
                               t.size, t.same, t.otherwise
                        from nostos.batch_sample s join nostos.account a on a.id = s.account,
                             nostos.batch_sample_state(s.batch, s.hand) t
                        where s.batch = ? order by s.hand
                        """)
                .param(batch)
                .query((row, number) ->
                        new Sample(
                                row.getInt("hand"),
                                row.getLong("seed"),
                                row.getInt("size"),
                                row.getInt("same"),
                                row.getInt("otherwise"),
                                hand(row)))
                .list();
    }

    private List<Event> events(UUID batch) {
        return jdbc.sql(
                        """
                        select e.kind, e.reason, e.confirmed, a.display_name, e.account, e.recorded_at
                        from nostos.batch_event e join nostos.account a on a.id = e.account
                        where e.batch = ? order by e.recorded_at
                        """)
                .param(batch)
                .query((row, number) ->
                        new Event(
                                Step.valueOf(row.getString("kind")),
                                row.getString("reason"),
                                row.getInt("confirmed"),
                                row.getString("display_name"),
                                row.getObject("account", UUID.class),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Hand hand(ResultSet row) throws SQLException {
        return new Hand(
                row.getObject("account", UUID.class),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
