package org.nostos.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.internal.LinkingWorker;
import org.nostos.identity.internal.SearchKeeper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The runs of the engine: one is asked for whenever a list is accepted, in the same transaction, and
/// is done in the background, one at a time. Thread-safe.
@Service
@Transactional
public class LinkingRuns {

    private final Acts acts;
    private final Runs runs;
    private final LinkingWorker worker;
    private final SearchKeeper search;

    LinkingRuns(Acts acts, Runs runs, LinkingWorker worker, SearchKeeper search) {
        this.acts = acts;
        this.runs = runs;
        this.worker = worker;
        this.search = search;
    }

    /// Asks for a run although no list was accepted, and returns its id. It begins with [#wake].
    public UUID ask(String reason) {
        UUID run = UUID.randomUUID();
        runs.ask(
                run,
                acts.record(
                        Act.of("identity.run-asked", Purpose.LINKING, Map.of("run", run))
                                .withReason(reason)));
        return run;
    }

    /// Lets the engine look for runs that were asked for. Call it after the transaction that asked.
    public void wake() {
        worker.wake();
    }

    /// How far the running run is.
    public LinkingProgress progress() {
        return worker.progress();
    }

    /// Waits until the engine has nothing left to do, and everybody it knows of can be found.
    ///
    /// @return false when the time ran out first
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean awaitIdle(Duration most) throws InterruptedException {
        return worker.awaitIdle(most) && search.awaitIdle(most);
    }

    @Transactional(readOnly = true)
    public List<LinkingRun> latest(int most) {
        return runs.latest(most);
    }

    @Transactional(readOnly = true)
    public Optional<LinkingRun> latestFinished() {
        return runs.latestFinished();
    }
}
