package org.nostos.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.LinkingRun.Ended;
import org.nostos.identity.LinkingRun.How;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposal;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.ProposalFlags;
import org.nostos.identity.Proposals;
import org.nostos.identity.Runs;

/// Proposals as a run of the engine would leave them, for tests that need to know each.
final class Proposed {

    private final Map<Pair, Double> pairs = new LinkedHashMap<>();
    private final Map<Pair, List<ProposalFlag>> flags = new LinkedHashMap<>();

    Proposed with(UUID one, UUID other, double probability, ProposalFlag... flagged) {
        pairs.put(Pair.of(one, other), probability);
        if (flagged.length > 0) {
            flags.put(Pair.of(one, other), List.of(flagged));
        }
        return this;
    }

    /// Makes them the latest finished run's, once the engine is at rest.
    void in(Committee c) {
        c.awaitLinked();
        c.as(c.house.engine(), () -> written(c));
    }

    private UUID written(Committee c) {
        UUID run = UUID.randomUUID();
        UUID act =
                c.house
                        .bean(Acts.class)
                        .record(Act.of("identity.run-finished", Purpose.LINKING, Map.of()));
        Runs runs = c.house.bean(Runs.class);
        runs.ask(run, act);
        runs.start(run, act);
        List<Pair> inOrder = new ArrayList<>(pairs.keySet());
        double[] probabilities = inOrder.stream().mapToDouble(pairs::get).toArray();
        c.house
                .bean(Proposals.class)
                .add(run, inOrder, probabilities, new double[probabilities.length]);
        c.house.bean(ProposalFlags.class).add(run, flags);
        runs.end(run, new Ended(How.FINISHED, Instant.now(), 0, 0, inOrder.size(), 0, "{}"), act);
        return run;
    }

    static UUID id(Committee c, UUID one, UUID other) {
        return c.as(
                c.rowan,
                () ->
                        c.house
                                .bean(Proposals.class)
                                .ofPair(Pair.of(one, other))
                                .map(Proposal::id)
                                .orElseThrow());
    }
}
