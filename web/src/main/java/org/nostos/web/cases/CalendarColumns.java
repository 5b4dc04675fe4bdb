package org.nostos.web.cases;

import java.util.List;
import org.nostos.cases.CaseCalendar.Line;
import org.nostos.cases.CaseLists.Flagged;
import org.nostos.web.Values;
import org.nostos.web.listing.Column;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The columns of the calendar's lines.
@Component
class CalendarColumns {

    private final Values values;
    private final MessageSource messages;

    CalendarColumns(Values values, MessageSource messages) {
        this.values = values;
        this.messages = messages;
    }

    List<Column<Line>> lines() {
        return List.of(
                Column.<Line>text("person", "cases.who", one -> values.name(one.record())).still(),
                Column.<Line>text("number", "cases.number", one -> flagged(one).line().number())
                        .still(),
                Column.text("due", "flagged.due", Line::day),
                Column.<Line>word("of", "calendar.kind", "calendar.kind.", Line::kind).still(),
                Column.<Line>text("what", "flagged.what", this::says).still());
    }

    private String says(Line one) {
        return messages.getMessage(
                "unmet." + one.entry().rule(),
                flagged(one).arguments().toArray(),
                LocaleContextHolder.getLocale());
    }

    private static Flagged flagged(Line one) {
        return one.entry().flagged();
    }
}
