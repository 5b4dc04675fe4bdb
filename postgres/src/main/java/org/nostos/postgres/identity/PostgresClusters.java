package org.nostos.postgres.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.identity.Clusters;
import org.nostos.identity.Pair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresClusters implements Clusters {

    private final JdbcClient jdbc;

    PostgresClusters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, UUID> leaders(Collection<UUID> records) {
        return leaders(
                jdbc.sql("select record, leader from nostos.person_cluster where record = any (?)")
                        .param(Ids.array(records)));
    }

    @Override
    public Map<UUID, Group> groups(Collection<UUID> records) {
        Map<UUID, Group> groups = new HashMap<>();
        jdbc.sql(
                        """
                        select mine.record, mine.leader, count(*)
                        from nostos.person_cluster mine
                        join nostos.person_cluster joined on joined.leader = mine.leader
                        where mine.record = any (?) group by mine.record, mine.leader
                        """)
                .param(Ids.array(records))
                .query(row -> {
                    groups.put(
                            row.getObject(1, UUID.class),
                            new Group(row.getObject(2, UUID.class), row.getInt(3)));
                });
        return groups;
    }

    @Override
    public List<UUID> members(UUID leader) {
        return jdbc.sql("select record from nostos.person_cluster where leader = ? order by record")
                .param(leader)
                .query(UUID.class)
                .list();
    }

    @Override
    public Map<UUID, List<UUID>> members(Collection<UUID> leaders) {
        Map<UUID, List<UUID>> members = new HashMap<>();
        jdbc.sql("select record, leader from nostos.person_cluster where leader = any (?)")
                .param(Ids.array(leaders))
                .query(row -> {
                    members.computeIfAbsent(
                                    row.getObject("leader", UUID.class), key -> new ArrayList<>())
                            .add(row.getObject("record", UUID.class));
                });
        return members;
    }

    @Override
    public Map<UUID, UUID> all() {
        return leaders(jdbc.sql("select record, leader from nostos.person_cluster"));
    }

    @Override
    public List<Pair> toldApart(Collection<UUID> ones, Collection<UUID> others) {
        return jdbc.sql(
                        """
                        select record_l, record_r from nostos.pair_standing
                        where state = 'DIFFERENT'
                          and ((record_l = any (:ones) and record_r = any (:others))
                               or (record_l = any (:others) and record_r = any (:ones)))
                        order by record_l, record_r
                        """)
                .param("ones", Ids.array(ones))
                .param("others", Ids.array(others))
                .query(PostgresJudgements::pair)
                .list();
    }

    @Override
    public void rebuild() {
        jdbc.sql("select nostos.identity_rebuild()").query((row, number) -> true).list();
    }

    private static Map<UUID, UUID> leaders(JdbcClient.StatementSpec query) {
        Map<UUID, UUID> leaders = new HashMap<>();
        query.query(row -> {
            leaders.put(row.getObject("record", UUID.class), row.getObject("leader", UUID.class));
        });
        return leaders;
    }
}
