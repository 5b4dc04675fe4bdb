package org.nostos.postgres.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.evidence.EvidenceEvent;
import org.nostos.evidence.EvidenceEvent.Hands;
import org.nostos.evidence.EvidenceItem;
import org.nostos.evidence.EvidenceItem.About;
import org.nostos.evidence.EvidenceItem.Compartment;
import org.nostos.evidence.EvidenceItem.Origin;
import org.nostos.evidence.EvidenceItems;
import org.nostos.evidence.EvidenceLink;
import org.nostos.evidence.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresEvidenceItems implements EvidenceItems {

    private static final String ITEMS =
            """
            select i.id, i.number, i.what, i.origin, i.originator, i.controlled, i.place, i.keeper, i.sha256, i.compartment,
                   i.happened_on, i.source, i.account, i.recorded_at, coalesce(a.display_name, p.name, '') as signed_by
            from nostos.evidence_item i
            left join nostos.account a on a.id = i.account
            left join nostos.party p on p.id = i.party
            """;
    private static final String EVENTS =
            """
            select e.*, coalesce(a.display_name, p.name, '') as signed_by
            from nostos.evidence_event e
            left join nostos.account a on a.id = e.account
            left join nostos.party p on p.id = e.party
            where e.item = any (:items) order by e.recorded_at, e.id
            """;
    private static final String LINKS =
            """
            select e.id, coalesce(nostos.placed_person('evidence', e.id), e.person) as person, e.item, e.kind, e.happened_on,
                   e.reason, e.account, e.recorded_at, coalesce(a.display_name, p.name, '') as signed_by
            from nostos.evidence_link e
            left join nostos.account a on a.id = e.account
            left join nostos.party p on p.id = e.party
            """;

    private final JdbcClient jdbc;

    PostgresEvidenceItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void turn(UUID item) {
        jdbc.sql("select nostos.evidence_turn(?)").param(item).query((row, number) -> true).list();
    }

    @Override
    public Optional<EvidenceItem> byId(UUID item) {
        return byIds(List.of(item)).stream().findFirst();
    }

    @Override
    public Optional<EvidenceItem> byNumber(long number) {
        List<EvidenceItem> found =
                jdbc.sql(ITEMS + "where i.number = ?")
                        .param(number)
                        .query(PostgresEvidenceItems::item)
                        .list();
        return withEvents(found).stream().findFirst();
    }

    @Override
    public List<EvidenceItem> byIds(Collection<UUID> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        return withEvents(
                jdbc.sql(ITEMS + "where i.id = any (:items) order by i.number")
                        .param("items", items.toArray(new UUID[0]))
                        .query(PostgresEvidenceItems::item)
                        .list());
    }

    @Override
    public List<EvidenceItem> page(Part part, int skip, int most) {
        return withEvents(
                jdbc.sql(ITEMS + where(part) + "order by i.number desc offset :skip limit :most")
                        .param("skip", skip)
                        .param("most", most)
                        .query(PostgresEvidenceItems::item)
                        .list());
    }

    @Override
    public long count(Part part) {
        return jdbc.sql("select count(*) from nostos.evidence_item i " + where(part))
                .query(Long.class)
                .single();
    }

    private static String where(Part part) {
        return switch (part) {
            case ALL -> "";
            case COERCED -> "where nostos.evidence_coerced(i.id) ";
            case RELIED_ON ->
                    "where nostos.evidence_relied(i.id, 'REVIEW') or nostos.evidence_relied(i.id, 'REQUEST') ";
            case CONTROLLED -> "where i.controlled ";
        };
    }

    @Override
    public List<EvidenceLink> linksOf(Collection<UUID> persons) {
        return jdbc.sql(
                        LINKS
                                + """
                                where (e.person = any (:ids) or e.id in (select nostos.placed_on('evidence', :ids)))
                                  and coalesce(nostos.placed_person('evidence', e.id), e.person) = any (:ids)
                                order by e.recorded_at, e.id
                                """)
                .param("ids", persons.toArray(new UUID[0]))
                .query(PostgresEvidenceItems::link)
                .list();
    }

    @Override
    public List<EvidenceLink> linksTo(UUID item) {
        return jdbc.sql(LINKS + "where e.item = :item order by e.recorded_at, e.id")
                .param("item", item)
                .query(PostgresEvidenceItems::link)
                .list();
    }

    @Override
    public void add(UUID item, About about, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.evidence_item (id, party, what, origin, originator, controlled, place, keeper,
                                                          sha256, compartment, happened_on, source, account, act)
                        values (?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(item)
                .param(about.what())
                .param(about.origin().name())
                .param(about.originator())
                .param(about.controlled())
                .param(about.place())
                .param(about.keeper())
                .param(about.sha256())
                .param(about.compartment().name())
                .param(about.obtained())
                .param(about.source())
                .param(act)
                .update();
    }

    @Override
    public void add(EvidenceEvent event, UUID act) {
        Recipient recipient = event.recipient();
        EvidenceEvent.Use use = event.use();
        Hands hands = event.hands();
        jdbc.sql(
                        """
                        insert into nostos.evidence_event (id, item, party, kind, recipient, use, giver, receiver, place,
                                                           seal, happened_on, reason, source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.id())
                .param(event.item())
                .param(event.kind().name())
                .param(recipient == null ? null : recipient.value())
                .param(use == null ? null : use.name())
                .param(hands == null ? null : hands.giver())
                .param(hands == null ? null : hands.receiver())
                .param(hands == null ? null : hands.place())
                .param(hands == null ? null : hands.seal())
                .param(event.on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    @Override
    public void add(EvidenceLink link, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.evidence_link (id, item, person, party, kind, happened_on, reason, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(link.stamp().id())
                .param(link.item())
                .param(link.stamp().person())
                .param(link.ends() ? "UNLINKED" : "LINKED")
                .param(link.stamp().on())
                .param(link.reason())
                .param(act)
                .update();
    }

    private List<EvidenceItem> withEvents(List<EvidenceItem> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<EvidenceEvent>> events = new LinkedHashMap<>();
        jdbc.sql(EVENTS)
                .param("items", bare.stream().map(EvidenceItem::id).toArray(UUID[]::new))
                .query(PostgresEvidenceItems::event)
                .list()
                .forEach(e -> events.computeIfAbsent(e.item(), _ -> new ArrayList<>()).add(e));
        return bare.stream()
                .map(i ->
                        new EvidenceItem(
                                i.id(),
                                i.number(),
                                i.about(),
                                i.account(),
                                i.by(),
                                i.recordedAt(),
                                events.getOrDefault(i.id(), List.of())))
                .toList();
    }

    private static EvidenceItem item(ResultSet row, int number) throws SQLException {
        About about =
                new About(
                        row.getString("what"),
                        Origin.valueOf(row.getString("origin")),
                        row.getString("originator"),
                        row.getBoolean("controlled"),
                        row.getString("place"),
                        row.getString("keeper"),
                        row.getString("sha256"),
                        Compartment.valueOf(row.getString("compartment")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("source"));
        return new EvidenceItem(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                about,
                row.getObject("account", UUID.class),
                row.getString("signed_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static EvidenceEvent event(ResultSet row, int number) throws SQLException {
        String recipient = row.getString("recipient");
        String use = row.getString("use");
        return new EvidenceEvent(
                row.getObject("id", UUID.class),
                row.getObject("item", UUID.class),
                EvidenceEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("happened_on", LocalDate.class),
                recipient == null ? null : new Recipient(recipient),
                use == null ? null : EvidenceEvent.Use.valueOf(use),
                hands(row),
                row.getString("reason"),
                row.getString("source"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getString("signed_by"));
    }

    private static @Nullable Hands hands(ResultSet row) throws SQLException {
        String giver = row.getString("giver");
        String seal = row.getString("seal");
        return giver == null
                ? null
                : new Hands(
                        giver,
                        row.getString("receiver"),
                        row.getString("place"),
                        seal == null ? "" : seal);
    }

    private static EvidenceLink link(ResultSet row, int number) throws SQLException {
        Stamp stamp =
                new Stamp(
                        row.getObject("id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("account", UUID.class),
                        row.getString("signed_by"));
        return new EvidenceLink(
                stamp,
                row.getObject("item", UUID.class),
                row.getString("kind").equals("UNLINKED"),
                row.getString("reason"));
    }
}
