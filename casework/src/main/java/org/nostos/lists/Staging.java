package org.nostos.lists;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.lists.internal.ChunkReader;
import org.nostos.lists.internal.FileChecking;
import org.nostos.lists.internal.RecordMaking;
import org.nostos.parties.Caller;
import org.nostos.parties.SigningIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Works on lists in the background, one after the other, as the engine: goes through received files,
/// stages mapped lists, makes the records of accepted ones.
///
/// A chunk of rows, its act and its place in the line commit together, so a staging that stops at
/// any moment goes on behind its last chunk: at the next start, or after a pause when the database
/// was away. Thread-safe.
@Service
public class Staging implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final long FIRST_PAUSE_MILLIS = 100;

    /// Whoever is told of work before it is committed finds none: it looks again by itself.
    private static final long LOOKS_AGAIN_MILLIS = 1_000;

    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final Acts acts;
    private final Lists lists;
    private final ReceivedFiles files;
    private final StagedRows staged;
    private final FileChecking checking;
    private final RecordMaking accepting;
    private final SigningIn signingIn;
    private final TransactionTemplate transaction;
    private volatile boolean running;
    private long chunksStaged;
    private ScheduledExecutorService worker = Executors.newScheduledThreadPool(0);

    public Staging(
            Acts acts,
            Lists lists,
            ReceivedFiles files,
            StagedRows staged,
            FileChecking checking,
            RecordMaking accepting,
            SigningIn signingIn,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.lists = lists;
        this.files = files;
        this.staged = staged;
        this.checking = checking;
        this.accepting = accepting;
        this.signingIn = signingIn;
        this.transaction = transaction;
    }

    @Override
    public synchronized void start() {
        worker =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("staging").factory());
        running = true;
        worker.scheduleWithFixedDelay(
                () -> workOnAll(FIRST_PAUSE_MILLIS), 0, LOOKS_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Ends behind the chunk that is being staged.
    @Override
    public synchronized void stop() {
        running = false;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Begins, or goes on with, whatever is to be checked, staged or made records of.
    public synchronized void begin() {
        if (running) {
            worker.execute(() -> workOnAll(FIRST_PAUSE_MILLIS));
        }
    }

    private void workOnAll(long pause) {
        long before = chunksStaged;
        try {
            Optional<Caller> engine = signingIn.engine();
            if (engine.isPresent()) {
                engine.get().run(this::workOnUnfinished);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("staging waits for the database: {}", e.getClass().getSimpleName());
            again(chunksStaged > before ? FIRST_PAUSE_MILLIS : pause);
        } catch (RuntimeException e) {
            LOG.error("staging could not look for work: {}", e.getClass().getSimpleName());
        }
    }

    private synchronized void again(long pause) {
        if (running) {
            long next = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            worker.schedule(() -> workOnAll(next), pause, TimeUnit.MILLISECONDS);
        }
    }

    private void workOnUnfinished() {
        each(lists::unchecked, checking::check);
        each(lists::unfinished, this::stage);
        each(lists::accepting, accepting::accept);
    }

    /// What is done to a version.
    private interface Step {
        void on(UUID version) throws IOException;
    }

    /// A version that cannot be worked on must not keep the others waiting.
    private void each(Supplier<List<UUID>> found, Step step) {
        for (UUID version : required(transaction.execute(_ -> found.get()))) {
            if (!running) {
                return;
            }
            try {
                step.on(version);
            } catch (DataAccessException | TransactionException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                LOG.error("version {} cannot go on: {}", version, e.getClass().getSimpleName());
            }
        }
    }

    private void stage(UUID id) throws IOException {
        ListVersion version = required(transaction.execute(_ -> lists.version(id))).orElseThrow();
        ListVersion.ChosenMapping chosen = version.mapping().orElseThrow();
        StagedRows.Progress before =
                required(transaction.execute(_ -> staged.progress(chosen.id())));
        try (ChunkReader chunks =
                ChunkReader.open(
                        files.of(version.file()), version, before.lastLine(), before.chunks())) {
            if (stageChunks(version, chunks)) {
                transaction.executeWithoutResult(_ -> finish(version, chosen));
            }
        }
    }

    /// Whether all chunks are staged and the mapping is still the one that counts.
    private boolean stageChunks(ListVersion version, ChunkReader chunks) throws IOException {
        for (StagedRows.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            StagedRows.Chunk next = chunk;
            if (!running || !required(transaction.execute(_ -> stage(version, next)))) {
                return false;
            }
            chunksStaged++;
        }
        return true;
    }

    private boolean stage(ListVersion version, StagedRows.Chunk chunk) {
        if (!counts(version.id(), chunk.mapping())) {
            return false;
        }
        Map<String, ?> detail =
                Map.of(
                        "version", version.id(),
                        "mapping", chunk.mapping(),
                        "chunk", chunk.number(),
                        "first", chunk.firstLine(),
                        "last", chunk.lastLine(),
                        "rows", chunk.rows().size(),
                        "good", chunk.good(),
                        "root", HexFormat.of().formatHex(chunk.root()));
        staged.add(chunk, record(version, "lists.chunk-staged", detail));
        return true;
    }

    private void finish(ListVersion version, ListVersion.ChosenMapping chosen) {
        if (!counts(version.id(), chosen.id())) {
            return;
        }
        staged.noteRepeatedNumbers(chosen.id(), version.party(), numberColumn(chosen.mapping()));
        StagedRows.Progress progress = staged.progress(chosen.id());
        long problems = staged.countProblems(chosen.id());
        Map<String, ?> detail =
                Map.of(
                        "version", version.id(),
                        "mapping", chosen.id(),
                        "rows", progress.rows(),
                        "good", progress.good());
        UUID act = record(version, "lists.staged", detail);
        ListEvent.Staged what =
                new ListEvent.Staged(
                        chosen.id(),
                        progress.rows(),
                        progress.good(),
                        problems,
                        staged.countPeople(chosen.id()));
        lists.add(version.id(), version.party(), what, act);
    }

    private boolean counts(UUID version, UUID mapping) {
        ListVersion now = lists.version(version).orElseThrow();
        return now.status() == ListStatus.MAPPED
                && now.mapping().map(chosen -> chosen.id().equals(mapping)).orElse(false);
    }

    private UUID record(ListVersion version, String kind, Map<String, ?> detail) {
        return acts.record(
                Act.of(kind, Purpose.INTAKE, detail).withDocument(required(version.sha256())));
    }

    private static int numberColumn(Mapping mapping) {
        return mapping.uses().indexOf(ColumnUse.LIST_NUMBER) + 1;
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
