package org.nostos.postgres.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.journal.Verdict;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.testing.TestDatabase;
import org.nostos.testing.TestHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalSequencerTest {

    private static final int WRITERS = 8;
    private static final int ACTS_OF_EACH = 150;

    private final TestHouse house = TestHouse.open();
    private final JdbcClient superuser = JdbcClient.create(house.database().superuser());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anActIsSealedWithinMomentsByItself() {
        UUID act = act();
        await(() -> isChained(act));
        assertThat(journal().verify())
                .isInstanceOfSatisfying(
                        Verdict.Whole.class, whole -> assertThat(whole.sealed()).isPositive());
    }

    @Test
    void anActThatIsRolledBackLeavesNoEntry() {
        house.administrator()
                .run(() ->
                        house.transaction()
                                .executeWithoutResult(status -> {
                                    house.bean(Acts.class).record(anAct());
                                    status.setRollbackOnly();
                                }));
        house.bean(JournalSequencer.class).stop();
        assertThat(entriesOf("lists.accepted")).isZero();
        assertThat(journal().verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void closingTheHouseSealsWhatWasWrittenLast() {
        UUID act = act();
        house.bean(JournalSequencer.class).stop();
        assertThat(isChained(act)).isTrue();
    }

    @Test
    void entriesOfOneBatchAreChainedInTheOrderTheyWereRecorded() {
        house.bean(JournalSequencer.class).stop();
        List<UUID> acts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            acts.add(act());
        }
        house.bean(JournalSequencer.class).sequence();
        assertThat(
                        superuser
                                .sql(
                                        "select c.entry from nostos.journal_chain c join nostos.journal_entry e"
                                                + " on e.id = c.entry where e.kind = 'lists.accepted' order by seq")
                                .query(UUID.class)
                                .list())
                .isEqualTo(acts);
    }

    @Test
    void eightWritersAndSequencersKilledAtAnyMomentLoseNothingAndDoubleNothing() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        JournalSequencer second = new JournalSequencer(asSequencer());
        second.start();
        Set<UUID> written = new TreeSet<>();
        long killed;
        try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1)) {
            Future<Long> killer = pool.submit(() -> killSequencersWhile(writing));
            List<Future<List<UUID>>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(pool.submit(this::write));
            }
            for (Future<List<UUID>> writer : writers) {
                written.addAll(get(writer));
            }
            writing.set(false);
            killed = get(killer);
        } finally {
            second.stop();
        }
        await(() -> count("journal_pending") == 0);

        assertThat(killed).isPositive();
        assertThat(written).hasSize(WRITERS * ACTS_OF_EACH);
        assertThat(chained()).isEqualTo(written);
        assertThat(journal().verify())
                .isInstanceOfSatisfying(
                        Verdict.Whole.class, whole -> assertThat(whole.unsealed()).isZero());
    }

    private long killSequencersWhile(AtomicBoolean writing) {
        long killed = 0;
        while (writing.get()) {
            killed +=
                    superuser
                            .sql(
                                    "select count(*) filter (where pg_terminate_backend(pid))"
                                            + " from pg_stat_activity where usename = 'nostos_journal'"
                                            + " and datname = current_database() and state <> 'idle'")
                            .query(Long.class)
                            .single();
        }
        return killed;
    }

    private List<UUID> write() {
        List<UUID> acts = new ArrayList<>();
        for (int i = 0; i < ACTS_OF_EACH; i++) {
            acts.add(act());
        }
        return acts;
    }

    private UUID act() {
        return house.administrator()
                .call(() ->
                        Objects.requireNonNull(
                                house.transaction()
                                        .execute(
                                                status -> house.bean(Acts.class).record(anAct()))));
    }

    private static Act anAct() {
        return Act.of("lists.accepted", Purpose.INTAKE, Map.of("rows", 12));
    }

    private StoredJournal journal() {
        return new StoredJournal(asSequencer());
    }

    private DataSource asSequencer() {
        TestDatabase database = house.database();
        return database.as(DatabaseAccess.JOURNAL, database.access().journalPassword());
    }

    private boolean isChained(UUID act) {
        return superuser
                        .sql("select count(*) from nostos.journal_chain where entry = ?")
                        .param(act)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private Set<UUID> chained() {
        return new TreeSet<>(
                superuser
                        .sql(
                                "select c.entry from nostos.journal_chain c join nostos.journal_entry e"
                                        + " on e.id = c.entry where e.kind = 'lists.accepted'")
                        .query(UUID.class)
                        .list());
    }

    private long entriesOf(String kind) {
        return superuser
                .sql("select count(*) from nostos.journal_entry where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return superuser.sql("select count(*) from nostos." + table).query(Long.class).single();
    }

    private static <T> T get(Future<T> future) throws InterruptedException, ExecutionException {
        return future.get();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
