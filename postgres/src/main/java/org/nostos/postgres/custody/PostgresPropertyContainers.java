package org.nostos.postgres.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.custody.PropertyContainer;
import org.nostos.custody.PropertyContainer.Kind;
import org.nostos.custody.PropertyContainer.Line;
import org.nostos.custody.PropertyContainer.Step;
import org.nostos.custody.PropertyContainers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresPropertyContainers implements PropertyContainers {

    private static final String THEIRS =
            """
            where (c.person = any (:ids::uuid[]) or c.id = any (array(select nostos.placed_on('custody', :ids::uuid[]))))
              and coalesce(l.person, c.person) = any (:ids::uuid[])
            """;

    private final JdbcClient jdbc;

    PostgresPropertyContainers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PropertyContainer> of(Collection<UUID> persons) {
        Map<UUID, List<Step>> steps = new HashMap<>();
        steps(persons, steps);
        return jdbc.sql(
                        """
                        select c.id, coalesce(l.person, c.person) as now_of, c.happened_on, c.recorded_at, c.account,
                               a.display_name, c.seal, c.sealed_by, c.contents, c.quantities, c.source
                        from nostos.property_container c join nostos.account a on a.id = c.account
                        left join nostos.placement_now l on l.what = c.id and l.room = 'custody'
                        """
                                + THEIRS
                                + "order by c.happened_on, c.recorded_at, c.id")
                .param("ids", Rows.texts(persons))
                .query((row, number) -> container(row, steps))
                .list();
    }

    @Override
    public boolean hasSeal(String seal) {
        return jdbc.sql(
                        "select exists (select from nostos.property_container where lower(seal) = lower(?))")
                .param(seal)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(PropertyContainer container, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.property_container (id, person, party, seal, sealed_by, happened_on, contents,
                                                               quantities, source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(container.id())
                .param(container.stamp().person())
                .param(container.seal())
                .param(container.sealedBy())
                .param(container.stamp().on())
                .param(container.lines().stream().map(Line::what).toArray(String[]::new))
                .param(container.lines().stream().map(Line::quantity).toArray(Integer[]::new))
                .param(container.source())
                .param(act)
                .update();
    }

    @Override
    public void add(UUID container, Step step, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.property_step (id, container, party, kind, happened_on, receiver, reason,
                                                          account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(step.stamp().id())
                .param(container)
                .param(step.kind().name())
                .param(step.stamp().on())
                .param(step.receiver())
                .param(step.reason())
                .param(act)
                .update();
    }

    private void steps(Collection<UUID> persons, Map<UUID, List<Step>> steps) {
        jdbc.sql(
                        """
                        select s.id, coalesce(l.person, c.person) as now_of, s.happened_on, s.recorded_at, s.account,
                               a.display_name, s.container, s.kind, s.receiver, s.reason
                        from nostos.property_step s
                        join nostos.property_container c on c.id = s.container
                        join nostos.account a on a.id = s.account
                        left join nostos.placement_now l on l.what = c.id and l.room = 'custody'
                        """
                                + THEIRS
                                + "order by s.recorded_at, s.id")
                .param("ids", Rows.texts(persons))
                .query((row, number) ->
                        steps.computeIfAbsent(
                                        row.getObject("container", UUID.class),
                                        id -> new ArrayList<>())
                                .add(step(row)))
                .list();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                Rows.stamp(row),
                Kind.valueOf(row.getString("kind")),
                row.getString("receiver"),
                row.getString("reason"));
    }

    private static PropertyContainer container(ResultSet row, Map<UUID, List<Step>> steps)
            throws SQLException {
        String[] contents = (String[]) row.getArray("contents").getArray();
        Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < contents.length; i++) {
            lines.add(new Line(quantities[i], contents[i]));
        }
        return new PropertyContainer(
                Rows.stamp(row),
                row.getString("seal"),
                row.getString("sealed_by"),
                lines,
                row.getString("source"),
                steps.getOrDefault(row.getObject("id", UUID.class), List.of()));
    }
}
