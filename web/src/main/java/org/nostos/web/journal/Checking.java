package org.nostos.web.journal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.JournalCheck;
import org.nostos.journal.Seal;
import org.nostos.journal.Verdict;
import org.nostos.parties.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The one check of the journal that may run at a time, and what the last one found. Thread-safe.
///
/// What was found is forgotten when the instance stops: it can be found again.
@Component
class Checking {

    private static final Logger LOG = LoggerFactory.getLogger(Checking.class);

    /// Where the check is.
    sealed interface State {

        /// The end of its message's key.
        String key();

        default boolean isRunning() {
            return this instanceof Running;
        }

        record NotYet() implements State {
            @Override
            public String key() {
                return "not-yet";
            }
        }

        record Running(long done, long total) implements State {
            @Override
            public String key() {
                return "running";
            }
        }

        record Whole(Verdict.Whole verdict, Instant at, long millis) implements State {
            @Override
            public String key() {
                return "whole";
            }
        }

        record Broken(Verdict.Broken verdict, Instant at) implements State {
            @Override
            public String key() {
                return "broken";
            }
        }

        /// The check itself failed; the log says why.
        record Failed(Instant at) implements State {
            @Override
            public String key() {
                return "failed";
            }
        }
    }

    private final JournalCheck check;
    private volatile State state = new State.NotYet();

    Checking(JournalCheck check) {
        this.check = check;
    }

    State now() {
        return state;
    }

    /// Begins a check on behalf of the caller, against a seal that somebody kept if one is given. Does
    /// nothing while one runs.
    synchronized void begin(Caller caller, @Nullable Seal kept) {
        if (state.isRunning()) {
            return;
        }
        state = new State.Running(0, 0);
        Thread.ofVirtual().name("journal check").start(() -> caller.run(() -> check(kept)));
    }

    private void check(@Nullable Seal kept) {
        Instant began = Instant.now();
        try {
            Verdict verdict =
                    check.check(kept, (entry, of) -> state = new State.Running(entry, of));
            state = found(verdict, began, Instant.now());
        } catch (RuntimeException e) {
            LOG.warn("the check of the journal could not be finished", e);
            state = new State.Failed(Instant.now());
        }
    }

    private static State found(Verdict verdict, Instant began, Instant at) {
        return switch (verdict) {
            case Verdict.Whole whole ->
                    new State.Whole(whole, at, Duration.between(began, at).toMillis());
            case Verdict.Broken broken -> new State.Broken(broken, at);
        };
    }
}
