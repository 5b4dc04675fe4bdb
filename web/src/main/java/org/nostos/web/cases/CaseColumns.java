package org.nostos.web.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.cases.CaseBoards.Named;
import org.nostos.cases.CaseBoards.NamedFlag;
import org.nostos.web.Values;
import org.nostos.web.listing.Column;
import org.springframework.stereotype.Component;

/// The columns of lists of cases.
@Component
class CaseColumns {

    private final Values values;
    private final Tracks tracks;

    CaseColumns(Values values, Tracks tracks) {
        this.values = values;
        this.tracks = tracks;
    }

    /// Which cases alone are asked for.
    enum Only {
        ALARMED,
        LATE
    }

    List<Column<Named>> cases() {
        Column<Named> only = Column.word("only", "cases.only", "cases.only.", CaseColumns::only);
        return List.of(
                Column.text("person", "cases.who", line -> values.name(line.record())),
                Column.<Named>text(
                                "person-number",
                                "cases.person-number",
                                line -> line.line().personNumber())
                        .still()
                        .fileOnly(),
                Column.text("number", "cases.number", line -> line.line().number()),
                Column.<Named>text("stands", "cases.stands", this::stands).still(),
                Column.number("alarms", "cases.alarms", line -> line.line().alarms()),
                Column.number("late", "cases.late", line -> line.line().late()),
                new Column<>(
                        only.key(),
                        only.head(),
                        only.kind(),
                        only.value(),
                        only.words(),
                        true,
                        false,
                        false));
    }

    /// The same where the store gives them in its own order alone.
    List<Column<Named>> still() {
        return cases().stream()
                .filter(column -> !column.key().equals("only"))
                .map(Column::still)
                .toList();
    }

    private static @Nullable Object only(Named line) {
        return line.line().late() > 0 ? Only.LATE : line.line().alarms() > 0 ? Only.ALARMED : null;
    }

    private String stands(Named line) {
        return tracks.words(line.line().words());
    }

    List<Column<NamedFlag>> flagged() {
        return List.of(
                Column.<NamedFlag>text("person", "cases.who", flag -> values.name(flag.record()))
                        .still(),
                Column.text("number", "cases.number", flag -> flag.flag().line().number()),
                Column.<NamedFlag>text(
                                "what",
                                "flagged.what",
                                flag -> String.join("; ", flag.flag().arguments()))
                        .still(),
                Column.text("since", "flagged.since", flag -> flag.flag().since()),
                Column.text("due", "flagged.due", flag -> flag.flag().due()));
    }
}
