package org.nostos.postgres.custody;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.custody.ConsularChoice;
import org.nostos.custody.FileItem;
import org.nostos.custody.ItemSaid;
import org.nostos.custody.KinNotice;
import org.nostos.custody.Right;
import org.nostos.custody.RightsNotice;
import org.nostos.custody.Told;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresTold implements Told {

    private final JdbcClient jdbc;

    PostgresTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RightsNotice> rights(Collection<UUID> persons) {
        return of(
                persons,
                """
                select x.id, coalesce(l.person, x.person) as now_of, x.happened_on, x.recorded_at, x.account,
                       a.display_name, x.told_right, x.language, x.interpreter, x.answer, x.source
                from nostos.rights_notice x
                """,
                (row, number) ->
                        new RightsNotice(
                                Rows.stamp(row),
                                Right.valueOf(row.getString("told_right")),
                                row.getString("language"),
                                row.getString("interpreter"),
                                row.getString("answer"),
                                row.getString("source")));
    }

    @Override
    public void add(RightsNotice notice, UUID act) {
        add(
                notice.stamp(),
                """
                insert into nostos.rights_notice (id, person, party, happened_on, account, told_right, language,
                                                  interpreter, answer, source, act)
                values (?, ?, nostos.caller_party(), ?, nostos.caller_account(), ?, ?, ?, ?, ?, ?)
                """,
                notice.right().name(),
                notice.language(),
                notice.interpreter(),
                notice.answer(),
                notice.source(),
                act);
    }

    @Override
    public List<ConsularChoice> choices(Collection<UUID> persons) {
        return of(
                persons,
                """
                select x.id, coalesce(l.person, x.person) as now_of, x.happened_on, x.recorded_at, x.account,
                       a.display_name, x.state, x.choice, x.language, x.interpreter, x.source
                from nostos.consular_choice x
                """,
                (row, number) ->
                        new ConsularChoice(
                                Rows.stamp(row),
                                new StateCode(row.getString("state")),
                                ConsularChoice.Wish.valueOf(row.getString("choice")),
                                row.getString("language"),
                                row.getString("interpreter"),
                                row.getString("source")));
    }

    @Override
    public void add(ConsularChoice choice, UUID act) {
        add(
                Objects.requireNonNull(choice.stamp()),
                """
                insert into nostos.consular_choice (id, person, party, happened_on, account, state, choice, language,
                                                    interpreter, source, act)
                values (?, ?, nostos.caller_party(), ?, nostos.caller_account(), ?, ?, ?, ?, ?, ?)
                """,
                choice.state().value(),
                choice.wish().name(),
                choice.language(),
                choice.interpreter(),
                choice.source(),
                act);
    }

    @Override
    public List<KinNotice> kinNotices(Collection<UUID> persons) {
        return of(
                persons,
                """
                select x.id, coalesce(l.person, x.person) as now_of, x.happened_on, x.recorded_at, x.account,
                       a.display_name, x.occasion, x.whom, x.means, x.why, x.words, x.source
                from nostos.kin_notice x
                """,
                (row, number) -> {
                    String means = row.getString("means");
                    String why = row.getString("why");
                    return new KinNotice(
                            Rows.stamp(row),
                            KinNotice.Occasion.valueOf(row.getString("occasion")),
                            row.getString("whom"),
                            means == null ? null : KinNotice.Means.valueOf(means),
                            why == null ? null : KinNotice.WhyNot.valueOf(why),
                            row.getString("words"),
                            row.getString("source"));
                });
    }

    @Override
    public void add(KinNotice notice, UUID act) {
        KinNotice.Means means = notice.means();
        KinNotice.WhyNot why = notice.why();
        jdbc.sql(
                        """
                        insert into nostos.kin_notice (id, person, party, happened_on, account, occasion, whom, means, why,
                                                       words, source, act)
                        values (?, ?, nostos.caller_party(), ?, nostos.caller_account(), ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(notice.stamp().id())
                .param(notice.stamp().person())
                .param(notice.stamp().on())
                .param(notice.occasion().name())
                .param(notice.whom())
                .param(means == null ? null : means.name())
                .param(why == null ? null : why.name())
                .param(notice.words())
                .param(notice.source())
                .param(act)
                .update();
    }

    @Override
    public List<ItemSaid> items(Collection<UUID> persons) {
        return of(
                persons,
                """
                select x.id, coalesce(l.person, x.person) as now_of, x.recorded_at::date as happened_on, x.recorded_at,
                       x.account, a.display_name, x.item, x.standing, x.words
                from nostos.file_item_said x
                """,
                (row, number) ->
                        new ItemSaid(
                                Rows.stamp(row),
                                FileItem.valueOf(row.getString("item")),
                                ItemSaid.Standing.valueOf(row.getString("standing")),
                                row.getString("words")));
    }

    @Override
    public void add(ItemSaid said, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.file_item_said (id, person, party, item, standing, words, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(said.stamp().id())
                .param(said.stamp().person())
                .param(said.item().name())
                .param(said.standing().name())
                .param(said.words())
                .param(act)
                .update();
    }

    private <T> List<T> of(Collection<UUID> persons, String select, RowMapper<T> mapper) {
        return jdbc.sql(
                        select
                                + """
                                join nostos.account a on a.id = x.account
                                left join nostos.placement_now l on l.what = x.id and l.room = 'custody'
                                where (x.person = any (:ids::uuid[])
                                       or x.id = any (array(select nostos.placed_on('custody', :ids::uuid[]))))
                                  and coalesce(l.person, x.person) = any (:ids::uuid[])
                                order by x.recorded_at, x.id
                                """)
                .param("ids", Rows.texts(persons))
                .query(mapper)
                .list();
    }

    private void add(Stamp stamp, String insert, Object... values) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(insert).param(stamp.id()).param(stamp.person()).param(stamp.on());
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.update();
    }
}
