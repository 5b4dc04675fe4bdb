package org.nostos.web.journal;

import java.util.List;
import org.nostos.journal.JournalPages.Line;
import org.nostos.web.listing.Column;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What the list of acts says of each. Acts stand in the order they were recorded in and in no other.
@Component
class EntryColumns {

    private final MessageSource messages;

    EntryColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<Column<Line>> of(Names names) {
        return List.of(
                Column.<Line>number("number", "journal.number", Line::number).still(),
                Column.<Line>text("act", "journal.act", this::act).still(),
                Column.<Line>text("by", "journal.by", line -> names.actor(line.entry().actor()))
                        .still(),
                Column.<Line>text(
                                "party", "journal.party", line -> names.party(line.entry().party()))
                        .still(),
                Column.<Line>word(
                                "purpose",
                                "journal.purpose",
                                "journal.purpose.",
                                line -> line.entry().purpose())
                        .still(),
                Column.<Line>text("recorded", "journal.recorded", line -> line.entry().recordedAt())
                        .still());
    }

    private String act(Line line) {
        String kind = line.entry().kind();
        String words =
                messages.getMessage("act." + kind, null, kind, LocaleContextHolder.getLocale());
        return words == null ? kind : words;
    }
}
