package org.nostos.postgres.journal;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.JournalCheck;
import org.nostos.journal.Seal;
import org.nostos.journal.Verdict;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// The check as the pages start it. One runs at a time, so that the sequencer keeps a connection.
@Component
final class PostgresJournalCheck implements JournalCheck {

    private final StoredJournal journal;

    PostgresJournalCheck(@Qualifier("journal") DataSource journal) {
        this.journal = new StoredJournal(journal);
    }

    @Override
    public synchronized Verdict check(@Nullable Seal kept, Progress progress) {
        return journal.verify(kept, progress);
    }
}
