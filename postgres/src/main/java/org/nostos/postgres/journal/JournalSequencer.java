package org.nostos.postgres.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.postgres.journal.internal.Batch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Chains and seals committed entries, a batch at a time, several times a second.
///
/// Several instances on one database may each run one: an advisory lock lets one batch through at a
/// time. A batch is one transaction, so a sequencer killed within it has done nothing.
@Component
public final class JournalSequencer implements SmartLifecycle {

    /// It starts before and stops after whatever still writes entries.
    private static final int PHASE = Integer.MIN_VALUE + 1000;

    private static final Logger log = LoggerFactory.getLogger(JournalSequencer.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final DataSource journal;
    private final Lock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private @Nullable Thread thread;
    private volatile boolean running;

    @Autowired
    public JournalSequencer(@Qualifier("journal") DataSource journal) {
        this.journal = journal;
    }

    /// Chains and seals all that is committed and pending at this moment.
    ///
    /// @return how many entries were chained; none when another sequencer is at it
    public long sequence() {
        long chained = 0;
        int batch;
        do {
            batch = one();
            chained += batch;
        } while (batch == Batch.MOST);
        return chained;
    }

    private int one() {
        try (Connection connection = journal.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int chained = Batch.chain(connection);
                connection.commit();
                return chained;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the journal could not be sequenced (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().name("journal sequencer").daemon().start(this::work);
        }
    }

    private void work() {
        boolean failed = false;
        while (running) {
            try {
                sequence();
                failed = false;
            } catch (IllegalStateException e) {
                if (running && !failed) {
                    log.warn("{}; it is tried again", e.getMessage());
                }
                failed = true;
            }
            rest(failed ? PAUSE_AFTER_FAILURE : PAUSE);
        }
    }

    private void rest(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (running && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the batch at hand, then seals what the closing instance has still written.
    @Override
    public synchronized void stop() {
        Thread worker = thread;
        if (!running || worker == null) {
            return;
        }
        running = false;
        wake();
        try {
            worker.join();
            sequence();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            log.warn("{}; the next start will do it", e.getMessage());
        }
    }

    private void wake() {
        lock.lock();
        try {
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
