package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Role;
import org.nostos.identity.Split;
import org.nostos.identity.Split.Member;
import org.nostos.identity.Split.Placement;
import org.nostos.identity.Split.Step;
import org.nostos.identity.Splits;
import org.nostos.identity.ToldOfWrong.Tick;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresSplits implements Splits {

    private static final String SELECT =
            """
            select s.id, s.leader, p.number, s.account, a.display_name, s.role, s.reason, s.recorded_at
            from nostos.split s join nostos.person p on p.id = s.leader join nostos.account a on a.id = s.account
            """;

    private final JdbcClient jdbc;

    PostgresSplits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void draft(
            UUID split,
            UUID leader,
            String reason,
            List<Member> members,
            List<Placement> placements,
            UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.split (id, leader, account, role, reason, act)
                        values (?, ?, nostos.caller_account(), nostos.caller_role(), ?, ?)
                        """)
                .param(split)
                .param(leader)
                .param(reason)
                .param(act)
                .update();
        members.forEach(member -> add(split, member, act));
        placements.forEach(placement -> add(split, placement, act));
    }

    private void add(UUID split, Member member, UUID act) {
        jdbc.sql(
                        "insert into nostos.split_member (split, record, person, place, act) values (?, ?, ?, ?, ?)")
                .param(split)
                .param(member.record())
                .param(member.person())
                .param(member.place())
                .param(act)
                .update();
    }

    private void add(UUID split, Placement placement, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.split_placement (split, room, what, place, person, act)
                        values (?, ?, ?, ?, ?::uuid, ?)
                        """)
                .param(split)
                .param(placement.room())
                .param(placement.what())
                .param(placement.place())
                .param(placement.person() == null ? null : placement.person().toString())
                .param(act)
                .update();
    }

    @Override
    public Optional<Split> byId(UUID split) {
        return jdbc.sql(SELECT + "where s.id = ?").param(split).query(this::split).optional();
    }

    @Override
    public List<Split> latest(int most) {
        return jdbc.sql(SELECT + "order by s.recorded_at desc, s.id limit ?")
                .param(most)
                .query(this::split)
                .list();
    }

    @Override
    public List<Split> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(
                        SELECT
                                + """
                                where s.id in (select split from nostos.split_member where person = any (?))
                                order by s.recorded_at desc, s.id
                                """)
                .param(Ids.array(persons))
                .query(this::split)
                .list();
    }

    @Override
    public void step(UUID split, Step.Kind kind, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.split_step (split, kind, account, role, reason, act)
                        values (?, ?, nostos.caller_account(), nostos.caller_role(), ?, ?)
                        """)
                .param(split)
                .param(kind.name())
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public void carryOut(UUID split, String reason, UUID act) {
        done("select nostos.split_carry_out(?, ?, ?)", split, reason, act);
    }

    @Override
    public void undo(UUID split, String reason, UUID act) {
        done("select nostos.split_undo(?, ?, ?)", split, reason, act);
    }

    private void done(String call, UUID split, String reason, UUID act) {
        jdbc.sql(call).param(split).param(reason).param(act).query((row, number) -> true).list();
    }

    @Override
    public void tick(UUID split, UUID account, String how, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.split_told (split, told, how, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(split)
                .param(account)
                .param(how)
                .param(act)
                .update();
    }

    @Override
    public List<Tick> ticks(UUID split) {
        return jdbc.sql(
                        """
                        select t.told, t.how, a.display_name, t.recorded_at
                        from nostos.split_told t join nostos.account a on a.id = t.account
                        where t.split = ? order by t.recorded_at
                        """)
                .param(split)
                .query((row, number) ->
                        new Tick(
                                row.getObject("told", UUID.class),
                                row.getString("how"),
                                row.getString("display_name"),
                                at(row)))
                .list();
    }

    private Split split(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Split(
                id,
                row.getObject("leader", UUID.class),
                row.getString("number"),
                row.getObject("account", UUID.class),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("reason"),
                at(row),
                members(id),
                placements(id),
                steps(id));
    }

    private List<Member> members(UUID split) {
        return jdbc.sql(
                        """
                        select m.record, m.person, p.number, m.place
                        from nostos.split_member m join nostos.person p on p.id = m.person
                        where m.split = ? order by m.place, p.ordinal
                        """)
                .param(split)
                .query((row, number) ->
                        new Member(
                                row.getObject("record", UUID.class),
                                row.getObject("person", UUID.class),
                                row.getString("number"),
                                row.getInt("place")))
                .list();
    }

    private List<Placement> placements(UUID split) {
        return jdbc.sql(
                        "select room, what, place, person from nostos.split_placement where split = ? order by room, what")
                .param(split)
                .query((row, number) ->
                        new Placement(
                                row.getString("room"),
                                row.getObject("what", UUID.class),
                                row.getInt("place"),
                                row.getObject("person", UUID.class)))
                .list();
    }

    private List<Step> steps(UUID split) {
        return jdbc.sql(
                        """
                        select k.kind, k.account, a.display_name, k.role, k.reason, k.recorded_at
                        from nostos.split_step k join nostos.account a on a.id = k.account
                        where k.split = ? order by k.recorded_at
                        """)
                .param(split)
                .query((row, number) ->
                        new Step(
                                Step.Kind.valueOf(row.getString("kind")),
                                row.getObject("account", UUID.class),
                                row.getString("display_name"),
                                Role.valueOf(row.getString("role")),
                                row.getString("reason"),
                                at(row)))
                .list();
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
