package org.nostos.postgres.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.identity.Overview.AgeBand;
import org.nostos.identity.Overview.Waiting;
import org.nostos.identity.Tallies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresTallies implements Tallies {

    private static final String COUNTED =
            """
            from nostos.record r join nostos.list_version v on v.id = r.version
            where v.as_of <= :held and r.recorded_at <= :known
            """;
    private static final String BESIDES =
            " and not exists (select from unnest(:besides::uuid[]) b (id) where b.id = r.id) ";

    private final JdbcClient jdbc;

    PostgresTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String mark() {
        return jdbc.sql(
                        """
                        select concat_ws('/',
                            (select count(*) from nostos.judgement),
                            (select count(*) from nostos.judgement_undone),
                            (select max(recorded_at) from nostos.linking_run_ended where how = 'FINISHED'),
                            (select count(*) from nostos.list_event where kind in ('ACCEPTED', 'PARTLY_ACCEPTED')),
                            (select count(*) from nostos.party))
                        """)
                .query(String.class)
                .single();
    }

    @Override
    public Set<UUID> counted(LocalDate held, Instant known) {
        Set<UUID> ids = new HashSet<>();
        jdbc.sql("select r.id " + COUNTED)
                .param("held", held)
                .param("known", Ids.time(known))
                .query(row -> {
                    ids.add(row.getObject(1, UUID.class));
                });
        return ids;
    }

    @Override
    public List<ListTally> lists(LocalDate held, Instant known, Collection<UUID> matched) {
        return jdbc.sql(
                        """
                        select (array_agg(v.id order by v.recorded_at desc))[1], l.title,
                               min((r.recorded_at at time zone 'UTC')::date), count(*), count(m.id)
                        from nostos.record r join nostos.list_version v on v.id = r.version
                        join nostos.version_list vl on vl.version = v.id
                        join nostos.list l on l.id = vl.list
                        left join unnest(:matched::uuid[]) m (id) on m.id = r.id
                        where v.as_of <= :held and r.recorded_at <= :known
                        group by l.id, l.title order by min(r.recorded_at), l.id
                        """)
                .param("matched", Ids.array(matched))
                .param("held", held)
                .param("known", Ids.time(known))
                .query((row, number) ->
                        new ListTally(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getLong(4),
                                row.getLong(5)))
                .list();
    }

    @Override
    public List<AgeTally> ages(LocalDate held, Instant known, Collection<UUID> besides) {
        return jdbc.sql(
                        """
                        select case when age < 12 then 'UNDER_12' when age < 18 then 'FROM_12_TO_17'
                                    when age < 30 then 'FROM_18_TO_29' when age < 45 then 'FROM_30_TO_44'
                                    when age < 60 then 'FROM_45_TO_59' when age is not null then 'FROM_60' end as band,
                               sex, count(*)
                        from (select r.sex, extract(year from age(least(:held, current_date),
                                  (r.birth_first + (r.birth_last - r.birth_first) / 2))) as age
                        """
                                + COUNTED
                                + BESIDES
                                + ") as person group by band, sex order by band, sex")
                .param("held", held)
                .param("known", Ids.time(known))
                .param("besides", Ids.array(besides))
                .query((row, number) -> {
                    String band = row.getString(1);
                    return new AgeTally(
                            band == null ? null : AgeBand.valueOf(band),
                            row.getString(2),
                            row.getLong(3));
                })
                .list();
    }

    @Override
    public List<NationalityTally> nationalities(
            LocalDate held, Instant known, Collection<UUID> besides) {
        return jdbc.sql(
                        "select r.fields #>> '{nationality,0}' as written, count(*) "
                                + COUNTED
                                + BESIDES
                                + " group by written order by count(*) desc, written")
                .param("held", held)
                .param("known", Ids.time(known))
                .param("besides", Ids.array(besides))
                .query((row, number) -> new NationalityTally(row.getString(1), row.getLong(2)))
                .list();
    }

    @Override
    public Waiting waiting() {
        return jdbc.sql(
                        """
                        select count(*) filter (where s.state is null), count(*) filter (where s.state is null
                                                                                         and p.probability >= 0.95),
                               (select count(*) from nostos.pair_standing where state = 'WAITING')
                        from nostos.proposal p
                        left join nostos.pair_standing s on s.record_l = p.record_l and s.record_r = p.record_r
                        where p.run = (select run from nostos.linking_run_ended where how = 'FINISHED'
                                       order by recorded_at desc limit 1)
                          and not exists (select from nostos.person_cluster a
                                          join nostos.person_cluster b on b.leader = a.leader
                                          where a.record = p.record_l and b.record = p.record_r)
                        """)
                .query((row, number) -> new Waiting(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
