package org.nostos.web.retention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.retention.Due;
import org.nostos.retention.Erasure;
import org.nostos.retention.Hold;
import org.nostos.retention.Rule;
import org.nostos.web.listing.Column;

/// What the lists of retention say of each row.
final class RetentionColumns {

    private static final String CATEGORY = "retention.category.";

    static final List<Column<Rule>> RULES =
            List.of(
                    Column.word("category", "retention.category", CATEGORY, Rule::category),
                    Column.number("kept", "retention.kept", Rule::months),
                    Column.text("ground", "retention.ground", Rule::legalGround),
                    Column.text("hands", "keepers.hands", Rule::proposedByName),
                    Column.<Rule>word("force", "retention.state", "listing.is.", Rule::inForce));

    static final List<Column<Due>> DUE =
            List.of(
                    Column.<Due>text("what", "retention.what", Due::label),
                    Column.word("category", "retention.category", CATEGORY, Due::category),
                    Column.text("since", "retention.since", Due::since),
                    Column.bare("users.do"));

    static final List<Column<Erasure>> ERASURES =
            List.of(
                    Column.word("category", "retention.what", CATEGORY, Erasure::category),
                    Column.text("ground", "retention.ground", Erasure::legalGround),
                    Column.text("why", "users.reason", Erasure::reason),
                    Column.text("by", "retention.asked-by", Erasure::askedByName),
                    Column.text("done", "retention.state", RetentionColumns::doneAt));

    static final List<Column<Hold>> HOLDS =
            List.of(
                    Column.text("person", "people.person", Hold::personNumber),
                    Column.text("why", "users.reason", Hold::reason),
                    Column.text("by", "retention.placed-by", Hold::placedByName),
                    Column.<Hold>word("stands", "retention.state", "listing.is.", Hold::stands));

    private RetentionColumns() {}

    private static @Nullable Object doneAt(Erasure erasure) {
        return erasure.done() == null ? null : erasure.done().at();
    }
}
