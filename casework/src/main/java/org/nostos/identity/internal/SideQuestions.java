package org.nostos.identity.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.Clusters;
import org.nostos.identity.Judgements;
import org.nostos.identity.ListAgainstList.Answer;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.Proposals;
import org.nostos.identity.SideBySide;
import org.nostos.identity.SideBySide.Link;
import org.nostos.identity.SideBySide.Row;
import org.nostos.identity.internal.Sides.Question;
import org.nostos.lists.Difference;
import org.nostos.lists.Difference.How;
import org.nostos.lists.Records;
import org.nostos.lists.VersionDifferences;
import org.nostos.lists.VersionDifferences.Standing;
import org.nostos.lists.VersionPair;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What is known and asked between two lists: by the judgements, or by the two lists alone.
@Component
public class SideQuestions {

    private final Records records;
    private final Clusters clusters;
    private final Judgements judgements;
    private final Proposals proposals;
    private final VersionDifferences differences;
    private final TransactionTemplate transaction;

    SideQuestions(
            Records records,
            Clusters clusters,
            Judgements judgements,
            Proposals proposals,
            VersionDifferences differences,
            TransactionTemplate transaction) {
        this.records = records;
        this.clusters = clusters;
        this.judgements = judgements;
        this.proposals = proposals;
        this.differences = differences;
        this.transaction = transaction;
    }

    /// By what is judged and proposed. For reviewers, in a running transaction.
    public List<Row> judged(UUID left, UUID right) {
        List<UUID> lefts = records.idsOfVersion(left);
        List<UUID> rights = records.idsOfVersion(right);
        List<UUID> all = new ArrayList<>(lefts);
        all.addAll(rights);
        return Sides.of(
                lefts, rights, clusters.leaders(all), questions(left, right, lefts, rights));
    }

    private List<Question> questions(UUID left, UUID right, List<UUID> lefts, List<UUID> rights) {
        Set<UUID> onLeft = new HashSet<>(lefts);
        Set<UUID> onRight = new HashSet<>(rights);
        Map<Pair, @Nullable UUID> asked = new LinkedHashMap<>();
        proposals.between(left, right).forEach(p -> asked.put(p.pair(), p.id()));
        Map<Pair, PairStanding> standings = judgements.standings(lefts);
        standings.keySet().stream()
                .filter(pair -> onRight.contains(pair.left()) || onRight.contains(pair.right()))
                .forEach(pair -> asked.putIfAbsent(pair, null));
        List<Question> questions = new ArrayList<>();
        asked.forEach((pair, proposal) -> {
            State state = standings.getOrDefault(pair, PairStanding.OPEN).state();
            if (state != State.SAME && state != State.DIFFERENT) {
                questions.add(question(pair, proposal, onLeft, state != State.UNSURE));
            }
        });
        return questions;
    }

    private static Question question(
            Pair pair, @Nullable UUID proposal, Set<UUID> onLeft, boolean open) {
        UUID left = onLeft.contains(pair.left()) ? pair.left() : pair.right();
        return new Question(new Link(left, pair.otherThan(left), proposal), open);
    }

    /// By what people of the party said of the rows, and by what the two lists show.
    public Answer ofOneParty(
            UUID left, UUID right, Duration patience, Function<List<Row>, SideBySide> made) {
        return switch (differences.between(new VersionPair(left, right), patience)) {
            case Standing.Running running -> new Answer.Running(running.done(), running.total());
            case Standing.Ready(Difference difference) ->
                    new Answer.Done(made.apply(within(() -> rows(left, right, difference))));
        };
    }

    private List<Row> rows(UUID left, UUID right, Difference difference) {
        Map<UUID, UUID> same = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        for (Difference.Kept kept : difference.kept()) {
            if (kept.how() == How.SAID) {
                same.put(kept.newer(), kept.older());
            } else {
                questions.add(new Question(new Link(kept.older(), kept.newer(), null), true));
            }
        }
        difference
                .perhaps()
                .forEach(one ->
                        questions.add(
                                new Question(new Link(one.older(), one.newer(), null), true)));
        return Sides.of(records.idsOfVersion(left), records.idsOfVersion(right), same, questions);
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
