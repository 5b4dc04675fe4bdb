package org.nostos.web.journal;

import org.nostos.journal.JournalPages;
import org.nostos.journal.Seal;
import org.nostos.web.JournalMark;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the journal's head into the foot of every page, so that readers can compare what they saw.
@Component
class HeadInFoot implements JournalMark.Source {

    private static final JournalMark NOTHING_SEALED = new JournalMark(0, "");

    private final JournalPages journal;
    private final TransactionOperations transaction;

    HeadInFoot(JournalPages journal, TransactionOperations transaction) {
        this.journal = journal;
        this.transaction = transaction;
    }

    @Override
    public JournalMark now() {
        JournalPages.State state = transaction.execute(status -> journal.state());
        Seal seal = state.seal();
        return seal == null
                ? NOTHING_SEALED
                : new JournalMark(seal.size(), seal.chain().toString());
    }
}
