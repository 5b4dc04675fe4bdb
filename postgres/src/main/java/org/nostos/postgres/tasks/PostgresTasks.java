package org.nostos.postgres.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.VersionPair;
import org.nostos.tasks.Finding;
import org.nostos.tasks.Task;
import org.nostos.tasks.Task.Closing;
import org.nostos.tasks.Task.Side;
import org.nostos.tasks.TaskEvent;
import org.nostos.tasks.TaskFile.Colleague;
import org.nostos.tasks.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresTasks implements Tasks {

    /// A task with what counts of it now.
    private static final String NOW =
            """
            from nostos.task t
            left join lateral (select g.assignee from nostos.task_assigned g where g.task = t.id
                               order by g.recorded_at desc limit 1) g on true
            left join nostos.task_closed c on c.task = t.id
                 and not exists (select from nostos.task_reopened r where r.closing = c.id)
            """;

    private static final String NAME =
            """
            lower(coalesce(r.fields -> 'full_name' ->> 0,
                           concat_ws(' ', r.fields -> 'given_name' ->> 0, r.fields -> 'father_name' ->> 0,
                                     r.fields -> 'grandfather_name' ->> 0, r.fields -> 'family_name' ->> 0)))
            """;

    private static final String NUMBER =
            """
            (select count(*) from nostos.list_event x
             where x.kind in ('ACCEPTED', 'PARTLY_ACCEPTED')
               and x.version in (select a.version from nostos.version_list a where a.list = l.id)
               and x.recorded_at <= (select y.recorded_at from nostos.list_event y where y.version = %s
                                     and y.kind in ('ACCEPTED', 'PARTLY_ACCEPTED')))::int
            """;
    private static final String SELECT =
            """
            select t.id, t.party, p.name as party_name, t.record, t.person, l.title, t.recorded_at,
                   t.older, o.as_of as older_as_of, %s as older_number,
                   t.newer, n.as_of as newer_as_of, %s as newer_number,
                   g.assignee, ga.display_name as assignee_name,
                   c.id as closing, c.finding, c.source, c.note, ca.display_name as closed_by,
                   c.recorded_at as closed_at
            """
                            .formatted(NUMBER.formatted("t.older"), NUMBER.formatted("t.newer"))
                    + NOW
                    + """
                    join nostos.party p on p.id = t.party
                    join nostos.list_version o on o.id = t.older
                    join nostos.list_version n on n.id = t.newer
                    join nostos.version_list vl on vl.version = t.newer
                    join nostos.list l on l.id = vl.list
                    left join nostos.account ga on ga.id = g.assignee
                    left join nostos.account ca on ca.id = c.account
                    """;

    private final JdbcClient jdbc;

    PostgresTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Which, Long> counts() {
        Map<Which, Long> counts = new EnumMap<>(Which.class);
        jdbc.sql(
                        """
                        select count(*) filter (where c.id is null) as open,
                               count(*) filter (where c.id is null and g.assignee = nostos.caller_account()) as mine,
                               count(c.id) as closed
                        """
                                + NOW)
                .query(row -> {
                    counts.put(Which.OPEN, row.getLong("open"));
                    counts.put(Which.MINE, row.getLong("mine"));
                    counts.put(Which.CLOSED, row.getLong("closed"));
                });
        return counts;
    }

    @Override
    public long countOpen() {
        return jdbc.sql(
                        """
                        select count(*) from nostos.task t
                        where not exists (select from nostos.task_closed c where c.task = t.id
                                          and not exists (select from nostos.task_reopened r where r.closing = c.id))
                        """)
                .query(Long.class)
                .single();
    }

    @Override
    public long count(Question question) {
        return jdbc.sql("select count(*) " + NOW + "where " + condition(question))
                .param("persons", persons(question))
                .query(Long.class)
                .single();
    }

    /// The ids first, so that only the rows of the page are read whole.
    @Override
    public List<Task> page(Question question, int offset, int most) {
        List<UUID> ids =
                jdbc.sql(
                                "select t.id "
                                        + NOW
                                        + joins(question.order())
                                        + "where "
                                        + condition(question)
                                        + " order by "
                                        + order(question)
                                        + ", t.recorded_at desc, t.id limit :most offset :offset")
                        .param("persons", persons(question))
                        .param("most", most)
                        .param("offset", offset)
                        .query(UUID.class)
                        .list();
        Map<UUID, Task> found =
                jdbc
                        .sql(SELECT + "where t.id = any (?)")
                        .param(ids.toArray(new UUID[0]))
                        .query(PostgresTasks::task)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Task::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static String @Nullable [] persons(Question question) {
        Set<UUID> persons = question.persons();
        return persons == null ? null : persons.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static String condition(Question question) {
        return condition(question.which())
                + (question.persons() == null ? "" : " and t.person = any (:persons::uuid[])");
    }

    private static String joins(Order order) {
        return switch (order) {
            case OPENED, FINDING -> "";
            case NAME -> "join nostos.record r on r.id = t.record ";
            case LIST ->
                    "join nostos.version_list vl on vl.version = t.newer join nostos.list l on l.id = vl.list ";
            case NUMBER -> "join nostos.person w on w.id = t.person ";
            case WHOSE -> "left join nostos.account ga on ga.id = g.assignee ";
        };
    }

    private static String order(Question question) {
        String by =
                switch (question.order()) {
                    case OPENED -> "t.recorded_at";
                    case NAME -> NAME;
                    case LIST -> "lower(l.title)";
                    case NUMBER -> "w.ordinal";
                    case WHOSE -> "lower(ga.display_name)";
                    case FINDING -> "c.finding";
                };
        return by + (question.down() ? " desc nulls last" : " asc nulls last");
    }

    private static String condition(Which which) {
        return switch (which) {
            case OPEN -> "c.id is null";
            case MINE -> "c.id is null and g.assignee = nostos.caller_account()";
            case CLOSED -> "c.id is not null";
        };
    }

    @Override
    public Optional<Task> byId(UUID id) {
        return jdbc.sql(SELECT + "where t.id = ?").param(id).query(PostgresTasks::task).optional();
    }

    @Override
    public List<Task> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(SELECT + "where t.person = any (?) order by t.recorded_at desc, t.id")
                .param(persons.toArray(new UUID[0]))
                .query(PostgresTasks::task)
                .list();
    }

    @Override
    public List<TaskEvent> events(UUID task) {
        return jdbc.sql(
                        """
                        select e.*, a.display_name as by_name, x.display_name as to_name from (
                            select recorded_at, 'OPENED' as kind, null::uuid as account, null::uuid as assignee,
                                   null as finding, null as source, null as text
                            from nostos.task where id = :task
                            union all
                            select recorded_at, 'ASSIGNED', account, assignee, null, null, null
                            from nostos.task_assigned where task = :task
                            union all
                            select recorded_at, 'CLOSED', account, null, finding, source, note
                            from nostos.task_closed where task = :task
                            union all
                            select r.recorded_at, 'REOPENED', r.account, null, null, null, r.reason
                            from nostos.task_reopened r join nostos.task_closed c on c.id = r.closing
                            where c.task = :task) e
                        left join nostos.account a on a.id = e.account
                        left join nostos.account x on x.id = e.assignee
                        order by e.recorded_at
                        """)
                .param("task", task)
                .query(PostgresTasks::event)
                .list();
    }

    @Override
    public List<Colleague> colleagues(UUID party) {
        return jdbc.sql(
                        """
                        select a.id, a.display_name, p.name from nostos.account a join nostos.party p on p.id = a.party
                        where a.party in (?, (select nostos.caller_party()))
                          and a.role in ('INTAKE_OFFICER', 'IDENTITY_REVIEWER', 'SECOND_REVIEWER')
                          and not exists (select from nostos.account_closed c where c.account = a.id)
                        order by p.name, a.display_name, a.id
                        """)
                .param(party)
                .query((row, number) ->
                        new Colleague(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    @Override
    public long open(VersionPair pair, UUID party, Collection<UUID> records, UUID act) {
        return jdbc.sql(
                        """
                        insert into nostos.task (party, record, person, older, newer, act)
                        select :party, p.record, p.id, :older, :newer, :act from nostos.person p
                        where p.record = any (:records)
                        on conflict (party, record, newer) do nothing
                        """)
                .param("party", party)
                .param("older", pair.older())
                .param("newer", pair.newer())
                .param("act", act)
                .param("records", records.toArray(new UUID[0]))
                .update();
    }

    @Override
    public void assign(Task task, @Nullable UUID assignee, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.task_assigned (task, party, assignee, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(task.id())
                .param(task.party())
                .param(assignee)
                .param(act)
                .update();
    }

    @Override
    public void close(Task task, Finding finding, String source, String note, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.task_closed (task, party, finding, source, note, account, act)
                        values (?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(task.id(), task.party(), finding.name(), source, note, act)
                .update();
    }

    @Override
    public void reopen(Task task, UUID closing, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.task_reopened (closing, party, reason, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(closing, task.party(), reason, act)
                .update();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("party", UUID.class),
                row.getString("party_name"),
                row.getObject("record", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("title"),
                side(row, "older"),
                side(row, "newer"),
                instant(row, "recorded_at"),
                row.getObject("assignee", UUID.class),
                row.getString("assignee_name"),
                row.getObject("closing") == null ? null : closing(row));
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        return new Side(
                row.getObject(which, UUID.class),
                row.getInt(which + "_number"),
                row.getObject(which + "_as_of", LocalDate.class));
    }

    private static Closing closing(ResultSet row) throws SQLException {
        return new Closing(
                row.getObject("closing", UUID.class),
                Finding.valueOf(row.getString("finding")),
                row.getString("source"),
                row.getString("note"),
                row.getString("closed_by"),
                instant(row, "closed_at"));
    }

    private static TaskEvent event(ResultSet row, int number) throws SQLException {
        TaskEvent.What what =
                switch (row.getString("kind")) {
                    case "OPENED" -> new TaskEvent.Opened();
                    case "ASSIGNED" -> new TaskEvent.Assigned(row.getString("to_name"));
                    case "CLOSED" ->
                            new TaskEvent.Closed(
                                    Finding.valueOf(row.getString("finding")),
                                    row.getString("source"),
                                    row.getString("text"));
                    default -> new TaskEvent.Reopened(row.getString("text"));
                };
        return new TaskEvent(instant(row, "recorded_at"), row.getString("by_name"), what);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
