package org.nostos.postgres.transfers;

import static org.nostos.postgres.transfers.Columns.day;
import static org.nostos.postgres.transfers.Columns.dayOrNull;
import static org.nostos.postgres.transfers.Columns.id;
import static org.nostos.postgres.transfers.Columns.ids;
import static org.nostos.postgres.transfers.Columns.instant;
import static org.nostos.postgres.transfers.Columns.orNull;
import static org.nostos.postgres.transfers.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.legal.Route;
import org.nostos.transfers.LineEvent;
import org.nostos.transfers.Receipt;
import org.nostos.transfers.Transfer;
import org.nostos.transfers.TransferEvent;
import org.nostos.transfers.TransferEvent.Said;
import org.nostos.transfers.TransferKind;
import org.nostos.transfers.TransferLine;
import org.nostos.transfers.TransferStanding;
import org.nostos.transfers.Transfers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresTransfers implements Transfers {

    private static final String TRANSFERS =
            """
            select e.id, e.number, e.kind, e.route, e.destination, e.receiver, e.transit, e.hours, e.account, e.recorded_at,
            """
                    + Columns.BY
                    + " from nostos.transfer e "
                    + Columns.SIGNED;

    private static final String LINES =
            """
            select e.id, e.transfer, coalesce(nostos.placed_person('transfers', e.id), e.person) as person, e.clearance,
                   e.account, e.recorded_at,
            """
                    + Columns.BY
                    + " from nostos.transfer_line e "
                    + Columns.SIGNED;

    private final JdbcClient jdbc;

    PostgresTransfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Transfer> all(int most) {
        return jdbc.sql(TRANSFERS + " order by e.recorded_at desc, e.id limit ?")
                .param(most)
                .query(PostgresTransfers::transfer)
                .list();
    }

    @Override
    public Optional<Transfer> byId(UUID id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Transfer> byIds(Collection<UUID> ids) {
        return jdbc.sql(TRANSFERS + " where e.id = any (?) order by e.recorded_at desc, e.id")
                .param(ids(ids))
                .query(PostgresTransfers::transfer)
                .list();
    }

    @Override
    public void begin(Transfer transfer, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.transfer (id, party, kind, route, destination, receiver, transit, hours, account,
                                                     act)
                        values (?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(transfer.id())
                .param(transfer.kind().name())
                .param(transfer.route().name())
                .param(transfer.destination().value())
                .param(transfer.receiver())
                .param(transfer.transit().stream().map(StateCode::value).toArray(String[]::new))
                .param(transfer.hours())
                .param(act)
                .update();
    }

    @Override
    public void turn(UUID transfer) {
        jdbc.sql("select nostos.transfer_turn(?)")
                .param(transfer)
                .query((row, number) -> true)
                .list();
    }

    @Override
    public List<TransferEvent> events(Collection<UUID> transfers) {
        return jdbc.sql(
                        """
                        select e.id, e.transfer, e.kind, e.happened_on, e.happened_at, e.day, e.state, e.code, e.who, e.office,
                               e.place, e.amount, e.of_event, e.reason, e.source, e.account, e.recorded_at,
                        """
                                + Columns.BY
                                + " from nostos.transfer_event e "
                                + Columns.SIGNED
                                + " where e.transfer = any (?) order by e.recorded_at, e.id")
                .param(ids(transfers))
                .query(PostgresTransfers::event)
                .list();
    }

    @Override
    public void add(TransferEvent event, UUID act) {
        Said said = event.said();
        jdbc.sql(
                        """
                        insert into nostos.transfer_event (id, transfer, party, kind, happened_on, happened_at, day, state, code,
                                                           who, office, place, amount, of_event, reason, source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.id())
                .param(event.transfer())
                .param(event.kind().name())
                .param(event.on())
                .param(Columns.moment(said.at()))
                .param(said.day())
                .param(said.state() == null ? null : said.state().value())
                .param(said.code())
                .param(orNull(said.who()))
                .param(orNull(said.office()))
                .param(orNull(said.place()))
                .param(said.amount())
                .param(said.of())
                .param(orNull(event.reason()))
                .param(orNull(event.source()))
                .param(act)
                .update();
    }

    @Override
    public List<TransferLine> lines(Collection<UUID> transfers) {
        return jdbc.sql(LINES + " where e.transfer = any (?) order by e.recorded_at, e.id")
                .param(ids(transfers))
                .query(PostgresTransfers::line)
                .list();
    }

    @Override
    public List<TransferLine> linesOf(Collection<UUID> persons) {
        return jdbc.sql(
                        LINES
                                + """
                                where (e.person = any (:ids) or e.id in (select nostos.placed_on('transfers', :ids)))
                                  and coalesce(nostos.placed_person('transfers', e.id), e.person) = any (:ids)
                                order by e.recorded_at, e.id
                                """)
                .param("ids", ids(persons))
                .query(PostgresTransfers::line)
                .list();
    }

    @Override
    public void add(TransferLine line, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.transfer_line (id, transfer, person, party, clearance, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, nostos.caller_account(), ?)
                        """)
                .param(line.id())
                .param(line.transfer())
                .param(line.person())
                .param(line.clearance())
                .param(act)
                .update();
    }

    @Override
    public List<LineEvent> lineEvents(Collection<UUID> lines) {
        return jdbc.sql(
                        """
                        select e.id, e.line, e.kind, e.happened_on, e.code, e.who, e.next_on, e.reason, e.source, e.account,
                               e.recorded_at, coalesce(p.kind = 'STATE', false) as at_desk,
                        """
                                + Columns.BY
                                + " from nostos.transfer_line_event e "
                                + Columns.SIGNED
                                + " where e.line = any (?) order by e.recorded_at, e.id")
                .param(ids(lines))
                .query(PostgresTransfers::lineEvent)
                .list();
    }

    @Override
    public void add(LineEvent event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.transfer_line_event (id, line, party, kind, happened_on, code, who, next_on, reason,
                                                                source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.id())
                .param(event.line())
                .param(event.kind().name())
                .param(event.on())
                .param(event.code())
                .param(orNull(event.who()))
                .param(event.next())
                .param(orNull(event.reason()))
                .param(orNull(event.source()))
                .param(act)
                .update();
    }

    @Override
    public List<ManifestLine> manifest(UUID transfer) {
        return jdbc.sql(
                        """
                        select m.line, m.place, m.family, m.name, m.sex, m.birth, m.document
                        from nostos.transfer_manifest_line m
                        where m.event = nostos.transfer_manifest(?) order by m.place
                        """)
                .param(transfer)
                .query((row, number) ->
                        new ManifestLine(
                                id(row, "line"),
                                row.getInt("place"),
                                row.getInt("family"),
                                row.getString("name"),
                                row.getString("sex"),
                                row.getString("birth"),
                                row.getString("document")))
                .list();
    }

    @Override
    public void write(UUID event, List<ManifestLine> manifest, UUID act) {
        for (ManifestLine line : manifest) {
            jdbc.sql(
                            """
                            insert into nostos.transfer_manifest_line (event, line, party, place, family, name, sex, birth,
                                                                       document, act)
                            values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(event)
                    .param(line.line())
                    .param(line.place())
                    .param(line.family())
                    .param(line.name())
                    .param(line.sex())
                    .param(line.birth())
                    .param(line.document())
                    .param(act)
                    .update();
        }
    }

    @Override
    public void keep(UUID transfer, PaperOf paper, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.transfer_paper (event, transfer, party, number, pdf, sha256, content, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?)
                        """)
                .param(paper.event())
                .param(transfer)
                .param(paper.number())
                .param(paper.pdf())
                .param(HexFormat.of().parseHex(paper.sha256()))
                .param(HexFormat.of().parseHex(paper.contentSha256()))
                .param(act)
                .update();
    }

    @Override
    public List<PaperOf> papers(UUID transfer) {
        return jdbc.sql(
                        """
                        select p.event, p.number, p.pdf, p.sha256, p.content from nostos.transfer_paper p
                        where p.transfer = ? order by p.recorded_at desc, p.number
                        """)
                .param(transfer)
                .query((row, number) ->
                        new PaperOf(
                                id(row, "event"),
                                row.getString("number"),
                                row.getBytes("pdf"),
                                HexFormat.of().formatHex(row.getBytes("sha256")),
                                HexFormat.of().formatHex(row.getBytes("content"))))
                .list();
    }

    @Override
    public void add(Receipt receipt, UUID act) {
        Receipt.Sides sides = receipt.sides();
        jdbc.sql(
                        """
                        insert into nostos.transfer_receipt (event, party, giver, giver_office, receiver, receiver_office,
                                                             witness, place, act)
                        values (?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(receipt.event())
                .param(sides.giver())
                .param(sides.giverOffice())
                .param(sides.receiver())
                .param(sides.receiverOffice())
                .param(sides.witness())
                .param(sides.place())
                .param(act)
                .update();
        for (Receipt.Item item : receipt.items()) {
            jdbc.sql(
                            """
                            insert into nostos.transfer_receipt_item (event, line, party, kind, amount, marks, act)
                            values (?, ?, nostos.caller_party(), ?, ?, ?, ?)
                            """)
                    .param(receipt.event())
                    .param(item.line())
                    .param(item.kind().name())
                    .param(item.amount())
                    .param(item.marks().toArray(String[]::new))
                    .param(act)
                    .update();
        }
    }

    @Override
    public List<Receipt> receipts(UUID transfer) {
        Map<UUID, List<Receipt.Item>> items = new HashMap<>();
        jdbc.sql(
                        """
                        select i.event, i.line, i.kind, i.amount, i.marks
                        from nostos.transfer_receipt_item i
                        join nostos.transfer_event e on e.id = i.event
                        where e.transfer = ? order by i.line, i.kind
                        """)
                .param(transfer)
                .query((row, number) ->
                        items.computeIfAbsent(id(row, "event"), _ -> new ArrayList<>())
                                .add(item(row)))
                .list();
        return jdbc.sql(
                        """
                        select r.event, r.giver, r.giver_office, r.receiver, r.receiver_office, r.witness, r.place
                        from nostos.transfer_receipt r
                        join nostos.transfer_event e on e.id = r.event
                        where e.transfer = ? order by e.recorded_at desc, e.id desc
                        """)
                .param(transfer)
                .query((row, number) -> receipt(row, items))
                .list();
    }

    private static Receipt.Item item(ResultSet row) throws SQLException {
        return new Receipt.Item(
                id(row, "line"),
                Receipt.Kind.valueOf(row.getString("kind")),
                row.getInt("amount"),
                List.of((String[]) row.getArray("marks").getArray()));
    }

    private static Receipt receipt(ResultSet row, Map<UUID, List<Receipt.Item>> items)
            throws SQLException {
        UUID event = id(row, "event");
        return new Receipt(
                event,
                new Receipt.Sides(
                        row.getString("giver"),
                        row.getString("giver_office"),
                        row.getString("receiver"),
                        row.getString("receiver_office"),
                        row.getString("witness"),
                        row.getString("place")),
                items.getOrDefault(event, List.of()));
    }

    @Override
    public List<Leaver> leavers() {
        return jdbc.sql(
                        """
                        select record, number, planned, stage from nostos.transfers_of_holder()
                        order by planned, number, record
                        """)
                .query((row, number) ->
                        new Leaver(
                                id(row, "record"),
                                row.getString("number"),
                                dayOrNull(row, "planned"),
                                TransferStanding.State.valueOf(row.getString("stage"))))
                .list();
    }

    @Override
    public List<Counted> counts() {
        return jdbc.sql(
                        """
                        select kind, destination, stage, transfers, persons from nostos.transfer_counts()
                        where stage is not null order by kind, destination, stage
                        """)
                .query((row, number) ->
                        new Counted(
                                TransferKind.valueOf(row.getString("kind")),
                                row.getString("destination"),
                                TransferStanding.State.valueOf(row.getString("stage")),
                                row.getLong("transfers"),
                                row.getLong("persons")))
                .list();
    }

    private static Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Transfer(
                id(row, "id"),
                row.getString("number"),
                TransferKind.valueOf(row.getString("kind")),
                Route.valueOf(row.getString("route")),
                new StateCode(row.getString("destination")),
                row.getString("receiver"),
                Arrays.stream((String[]) row.getArray("transit").getArray())
                        .map(StateCode::new)
                        .toList(),
                row.getInt("hours"),
                id(row, "account"),
                row.getString("signed_by"),
                instant(row, "recorded_at"));
    }

    private static TransferEvent event(ResultSet row, int number) throws SQLException {
        int amount = row.getInt("amount");
        return new TransferEvent(
                id(row, "id"),
                id(row, "transfer"),
                TransferEvent.Kind.valueOf(row.getString("kind")),
                day(row, "happened_on"),
                new Said(
                        Columns.instantOrNull(row, "happened_at"),
                        dayOrNull(row, "day"),
                        Columns.stateOrNull(row, "state"),
                        row.getString("code"),
                        text(row, "who"),
                        text(row, "office"),
                        text(row, "place"),
                        amount == 0 ? null : amount,
                        Columns.idOrNull(row, "of_event")),
                text(row, "reason"),
                text(row, "source"),
                id(row, "account"),
                row.getString("signed_by"),
                instant(row, "recorded_at"));
    }

    private static TransferLine line(ResultSet row, int number) throws SQLException {
        return new TransferLine(
                id(row, "id"),
                id(row, "transfer"),
                id(row, "person"),
                id(row, "clearance"),
                id(row, "account"),
                row.getString("signed_by"),
                instant(row, "recorded_at"));
    }

    private static LineEvent lineEvent(ResultSet row, int number) throws SQLException {
        return new LineEvent(
                id(row, "id"),
                id(row, "line"),
                LineEvent.Kind.valueOf(row.getString("kind")),
                day(row, "happened_on"),
                row.getString("code"),
                text(row, "who"),
                dayOrNull(row, "next_on"),
                text(row, "reason"),
                text(row, "source"),
                row.getBoolean("at_desk"),
                id(row, "account"),
                row.getString("signed_by"),
                instant(row, "recorded_at"));
    }
}
