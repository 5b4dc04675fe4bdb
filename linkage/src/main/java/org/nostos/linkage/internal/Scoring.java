package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.nostos.linkage.Progress;

/// Spreads rows over threads, chunk by chunk, and hands on what they find in the order of the rows.
final class Scoring {
    private static final int CHUNK = 256;
    private static final int AHEAD = 64;

    private final Scope scope;
    private final int threads;
    private final Progress progress;
    private final AtomicInteger nextChunk = new AtomicInteger();
    private final Map<Integer, Found> waiting = new HashMap<>();
    private int nextToDeliver;
    private long candidates;
    private long kept;
    private volatile boolean failed;

    /// Scores rows. Each thread has one of its own.
    interface Rows {
        /// Adds what is worth keeping; how many pairs were looked at.
        int score(int row, Found found);
    }

    /// Takes what was found.
    interface Sink {
        void accept(int left, int right, double weight);
    }

    /// Pairs and weights of a chunk.
    static final class Found {
        private int[] pairs = new int[512];
        private double[] weights = new double[256];
        private int count;
        private long candidates;

        void add(int left, int right, double weight) {
            if (count == weights.length) {
                pairs = Arrays.copyOf(pairs, count * 4);
                weights = Arrays.copyOf(weights, count * 2);
            }
            pairs[2 * count] = left;
            pairs[2 * count + 1] = right;
            weights[count++] = weight;
        }
    }

    record Totals(long candidates, long kept) {}

    Scoring(Scope scope, int threads, Progress progress) {
        this.scope = scope;
        this.threads = threads;
        this.progress = progress;
    }

    Totals run(Supplier<Rows> rows, Sink sink) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(pool.submit(() -> work(rows.get(), sink)));
            }
            for (Future<?> task : tasks) {
                await(task);
            }
        }
        return new Totals(candidates, kept);
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void work(Rows rows, Sink sink) {
        try {
            int first = scope.firstAsked();
            for (int chunk = claim(); chunk >= 0; chunk = claim()) {
                Found found = new Found();
                int from = first + chunk * CHUNK;
                int to = Math.min(scope.size(), from + CHUNK);
                for (int row = from; row < to; row++) {
                    found.candidates += rows.score(row, found);
                }
                deliver(chunk, found, sink);
                progress.at(Progress.Stage.SCORE, scope.done(to), scope.done(scope.size()));
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            wake();
            throw e;
        }
    }

    /// The next chunk, or -1 when there is none. Waits while too many chunks are ahead of the sink.
    private int claim() {
        if (progress.cancelled()) {
            throw new CancellationException("the run was ended");
        }
        int chunk = nextChunk.getAndIncrement();
        if (failed || (long) chunk * CHUNK >= scope.size() - scope.firstAsked()) {
            return -1;
        }
        return room(chunk) ? chunk : -1;
    }

    private synchronized boolean room(int chunk) {
        while (chunk - nextToDeliver > AHEAD && !failed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the run was interrupted");
            }
        }
        return !failed;
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized void deliver(int chunk, Found found, Sink sink) {
        waiting.put(chunk, found);
        for (Found next = waiting.remove(nextToDeliver);
                next != null;
                next = waiting.remove(nextToDeliver)) {
            for (int i = 0; i < next.count; i++) {
                sink.accept(next.pairs[2 * i], next.pairs[2 * i + 1], next.weights[i]);
            }
            candidates += next.candidates;
            kept += next.count;
            nextToDeliver++;
        }
        notifyAll();
    }
}
