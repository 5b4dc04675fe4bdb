package org.nostos.web.transfers;

import java.util.List;
import org.nostos.transfers.Arrivals.Coming;
import org.nostos.transfers.Leaving.Goer;
import org.nostos.transfers.TransferReading.Line;
import org.nostos.web.listing.Column;

/// The columns of lists of transfers and of those who are on them.
final class TransferRows {

    private TransferRows() {}

    static final List<Column<SmallCounts>> COUNTS =
            List.of(
                    Column.word("kind", "transfer.kind", "transfer.kind.", SmallCounts::kind),
                    Column.<SmallCounts>text("to", "transfer.to", SmallCounts::destination)
                            .choice(),
                    Column.word("stands", "transfer.stands", "transfer.state.", SmallCounts::state),
                    Column.number("transfers", "transfers.many", SmallCounts::transfers),
                    Column.number("people", "transfers.people", SmallCounts::persons));

    static final List<Column<Line>> TRANSFERS =
            List.of(
                    Column.text("number", "transfer.number", line -> line.transfer().number()),
                    Column.word(
                            "kind",
                            "transfer.kind",
                            "transfer.kind.",
                            line -> line.transfer().kind()),
                    Column.<Line>text("to", "transfer.to", line -> line.transfer().destination())
                            .choice(),
                    Column.<Line>text(
                                    "receiver",
                                    "transfer.receiver",
                                    line -> line.transfer().receiver())
                            .fileOnly(),
                    Column.text("planned", "transfer.planned", line -> line.standing().planned()),
                    Column.number("people", "transfers.people", Line::persons),
                    Column.word(
                            "stands",
                            "transfer.stands",
                            "transfer.state.",
                            line -> line.standing().state()));

    static final List<Column<Coming>> ARRIVALS =
            List.of(
                    Column.text("number", "transfer.number", one -> one.transfer().number()),
                    Column.word(
                            "kind",
                            "transfer.kind",
                            "transfer.kind.",
                            one -> one.transfer().kind()),
                    Column.number("people", "transfers.people", one -> one.people().size()),
                    Column.word(
                            "stands",
                            "transfer.stands",
                            "transfer.state.",
                            one -> one.standing().state()));

    static final List<Column<Goer>> LEAVING =
            List.of(
                    Column.text("person", "note.person", Goer::name),
                    Column.text("list-number", "leaving.number", Goer::listNumber),
                    Column.text("number", "transfer.number", Goer::transfer),
                    Column.text("planned", "transfer.planned", Goer::planned),
                    Column.word("stands", "transfer.stands", "transfer.state.", Goer::state));
}
