package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposal;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.Proposals;
import org.nostos.identity.QueueFilter;
import org.nostos.identity.QueueFilter.Whose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresProposals implements Proposals {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String LATEST_RUN =
            "(select run from nostos.linking_run_ended where how = 'FINISHED' order by recorded_at desc limit 1)";
    private static final String SELECT =
            "select p.id, p.run, p.record_l, p.record_r, p.probability, p.weight from nostos.proposal p ";
    private static final String WITH_STANDING =
            "left join nostos.pair_standing s on s.record_l = p.record_l and s.record_r = p.record_r ";
    private static final String I_JUDGED =
            """
            exists (select from nostos.judgement j
                    where j.record_l = p.record_l and j.record_r = p.record_r
                      and j.account = (select nostos.caller_account())
                      and not exists (select from nostos.judgement_undone u where u.judgement = j.id))
            """;
    private static final String NOT_JOINED_ALREADY =
            """
            not exists (select from nostos.person_cluster a join nostos.person_cluster b on b.leader = a.leader
                        where a.record = p.record_l and b.record = p.record_r)
            """;
    private static final String MINE_TO_JUDGE =
            "((s.state is null and "
                    + NOT_JOINED_ALREADY
                    + ") or (s.state = 'WAITING' and (not s.needs_second"
                    + " or (select nostos.caller_role()) = 'SECOND_REVIEWER') and not "
                    + I_JUDGED
                    + "))";

    private static final String FLAGGED =
            """
             and exists (select from nostos.proposal_flag f
                 where f.run = p.run and f.record_l = p.record_l and f.record_r = p.record_r and f.flag = :flag)
            """;

    private final JdbcClient jdbc;

    PostgresProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID run, List<Pair> pairs, double[] probabilities, double[] weights) {
        jdbc.sql(
                        """
                        select nostos.proposals_add(?, ?::uuid[], ?::uuid[], ?::float8[], ?::float8[])
                        """)
                .param(run)
                .param(pairs.stream().map(Pair::left).toArray(UUID[]::new))
                .param(pairs.stream().map(Pair::right).toArray(UUID[]::new))
                .param(probabilities)
                .param(weights)
                .query((row, number) -> true)
                .list();
    }

    @Override
    public long takeOver(UUID run) {
        return jdbc.sql("select nostos.proposals_take_over(?)")
                .param(run)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<Pair, Double> live() {
        Map<Pair, Double> live = new LinkedHashMap<>();
        jdbc.sql(SELECT + "where p.run = " + LATEST_RUN + " order by p.probability desc, p.id")
                .query(row -> {
                    live.put(PostgresJudgements.pair(row, 0), row.getDouble("probability"));
                });
        return live;
    }

    @Override
    public Optional<Proposal> byId(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query(PostgresProposals::proposal)
                .optional();
    }

    @Override
    public Optional<Proposal> ofPair(Pair pair) {
        return jdbc.sql(
                        """
                        select p.id, p.run, p.record_l, p.record_r, p.probability, p.weight
                        from nostos.linking_run_ended e
                        join nostos.proposal p on p.run = e.run and p.record_l = ? and p.record_r = ?
                        where e.how = 'FINISHED' order by e.recorded_at desc limit 1
                        """)
                .param(pair.left())
                .param(pair.right())
                .query(PostgresProposals::proposal)
                .optional();
    }

    @Override
    public List<Proposal> queue(QueueFilter filter, @Nullable Proposal after, int most) {
        ProposalFlag.Kind flag = filter.flag();
        return jdbc.sql(
                        SELECT
                                + WITH_STANDING
                                + "where p.run = "
                                + LATEST_RUN
                                + " and p.probability between :from and :to and p.probability <= :at"
                                + " and (p.probability < :at or p.id > :id) and "
                                + condition(filter.whose())
                                + flagged(filter)
                                + " order by p.probability desc, p.id limit :most")
                .param("flag", flag == null ? "" : flag.name())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("at", after == null ? 1.0 : after.probability())
                .param("id", after == null ? FIRST : after.id())
                .param("most", most)
                .query(PostgresProposals::proposal)
                .list();
    }

    @Override
    public Optional<Proposal> before(QueueFilter filter, Proposal here) {
        ProposalFlag.Kind flag = filter.flag();
        return jdbc.sql(
                        SELECT
                                + WITH_STANDING
                                + "where p.run = "
                                + LATEST_RUN
                                + " and p.probability between :from and :to and p.probability >= :at"
                                + " and (p.probability > :at or p.id < :id) and "
                                + condition(filter.whose())
                                + flagged(filter)
                                + " order by p.probability, p.id desc limit 1")
                .param("flag", flag == null ? "" : flag.name())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("at", here.probability())
                .param("id", here.id())
                .query(PostgresProposals::proposal)
                .optional();
    }

    @Override
    public Map<Whose, Long> counts(double from, double to) {
        Map<Whose, Long> counts = new EnumMap<>(Whose.class);
        for (Whose whose : Whose.values()) {
            counts.put(
                    whose,
                    jdbc.sql(
                                    "select count(*) from nostos.proposal p "
                                            + WITH_STANDING
                                            + "where p.run = "
                                            + LATEST_RUN
                                            + " and p.probability between ? and ? and "
                                            + condition(whose))
                            .param(from)
                            .param(to)
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    @Override
    public List<Proposal> touching(Collection<UUID> records, int most) {
        return jdbc.sql(
                        SELECT
                                + "where p.run = "
                                + LATEST_RUN
                                + " and (p.record_l = any (:ids) or p.record_r = any (:ids))"
                                + " order by p.probability desc, p.id limit :most")
                .param("ids", Ids.array(records))
                .param("most", most)
                .query(PostgresProposals::proposal)
                .list();
    }

    @Override
    public List<Proposal> between(UUID version, UUID other) {
        return jdbc.sql(
                        SELECT
                                + "join nostos.record l on l.id = p.record_l join nostos.record r on r.id = p.record_r"
                                + " where p.run = "
                                + LATEST_RUN
                                + " and ((l.version = :one and r.version = :other)"
                                + " or (l.version = :other and r.version = :one))")
                .param("one", version)
                .param("other", other)
                .query(PostgresProposals::proposal)
                .list();
    }

    @Override
    public List<Pair> held(double probability, Instant known) {
        return jdbc.sql(
                        """
                        -- Kept from 0.95 on, with the probability of the run since which it has been so.
                        select l.record_l, l.record_r from nostos.proposal_likely l
                        join nostos.linking_run_ended f on f.run = l.from_run and f.recorded_at <= :known
                        left join nostos.linking_run_ended u on u.run = l.until_run
                        where (u.run is null or u.recorded_at > :known) and l.probability >= :least
                        order by l.probability desc, l.record_l, l.record_r
                        """)
                .param("known", Ids.time(known))
                .param("least", probability)
                .query(PostgresJudgements::pair)
                .list();
    }

    private static String flagged(QueueFilter filter) {
        return filter.flag() == null ? "" : FLAGGED;
    }

    private static String condition(Whose whose) {
        return switch (whose) {
            case MINE_TO_JUDGE -> MINE_TO_JUDGE;
            case WAITING_FOR_ANOTHER -> "s.state = 'WAITING' and " + I_JUDGED;
            case MINE_TO_SETTLE ->
                    "s.state = 'DISPUTED' and nostos.caller_may_settle(p.record_l, p.record_r)";
            case DISPUTED -> "s.state = 'DISPUTED'";
            case SETTLED_BY_ME -> "s.state in ('SAME', 'DIFFERENT', 'UNSURE') and " + I_JUDGED;
        };
    }

    static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("run", UUID.class),
                PostgresJudgements.pair(row, number),
                row.getDouble("probability"),
                row.getDouble("weight"));
    }
}
