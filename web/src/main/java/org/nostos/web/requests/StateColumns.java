package org.nostos.web.requests;

import java.util.List;
import org.nostos.requests.StateContact;
import org.nostos.requests.StateSaid;
import org.nostos.web.listing.Column;

/// What the lists on a state's page say of each row.
final class StateColumns {

    static final List<Column<StateSaid>> SAID =
            List.of(
                    Column.text("when", "state.when", StateSaid::on),
                    Column.text("what", "state.what", StateSaid::words),
                    Column.<StateSaid>word("kind", "state.kind", "said.", StateSaid::kind)
                            .fileOnly(),
                    Column.<StateSaid>text("by", "state.by-whom", StateSaid::byWhom).fileOnly(),
                    Column.<StateSaid>text("source", "state.source", StateSaid::source).fileOnly());

    static final List<Column<StateContact>> CONTACTS =
            List.of(
                    Column.text("contact", "state.contact", StateContact::name),
                    Column.<StateContact>word("kind", "state.kind", "contact.", StateContact::kind)
                            .fileOnly(),
                    Column.word("serves", "state.serves", "serves.", StateContact::serves),
                    Column.word("channel", "state.channel", "channel.", StateContact::channel),
                    Column.<StateContact>text("address", "state.address", StateContact::address)
                            .fileOnly(),
                    Column.bare("state.contact.end"));

    private StateColumns() {}
}
