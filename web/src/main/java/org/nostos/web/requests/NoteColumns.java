package org.nostos.web.requests;

import java.util.List;
import org.nostos.requests.NoteKeeping.Line;
import org.nostos.web.listing.Column;

/// What a list of notes says of each.
final class NoteColumns {

    static final List<Column<Line>> ALL =
            List.of(
                    Column.text("note", "notes.note", line -> line.note().number()),
                    Column.<Line>text("state", "notes.state", line -> line.note().stateName())
                            .choice(),
                    Column.word("asks", "notes.asks", "asked.", line -> line.note().asked()),
                    Column.number("people", "notes.people", Line::persons),
                    Column.number("answered", "states.answered", Line::answered),
                    Column.text(
                            "delivered", "notes.delivered", line -> line.standing().delivered()),
                    Column.text("due", "notes.due", line -> line.standing().due()),
                    Column.word(
                            "stands",
                            "notes.stands",
                            "note.state.",
                            line -> line.standing().state()),
                    Column.<Line>word(
                                    "late",
                                    "notes.overdue",
                                    "listing.is.",
                                    line -> line.standing().overdue())
                            .fileOnly());

    private NoteColumns() {}
}
