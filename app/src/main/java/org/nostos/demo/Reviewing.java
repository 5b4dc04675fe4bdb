package org.nostos.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nostos.Instance;
import org.nostos.basics.FieldRole;
import org.nostos.demo.internal.PaperList;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judging;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposal;
import org.nostos.identity.QueueFilter;
import org.nostos.identity.QueueFilter.Whose;
import org.nostos.identity.Verdict;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.nostos.registry.Preferring;
import org.springframework.transaction.support.TransactionTemplate;

/// A morning of review: one reviewer judges, a second confirms most of it, one pair is disputed, one
/// judgement is taken back, and much is left for whoever opens the demo.
///
/// The reviewers of the demo know the truth from the generator; the instance never learns it.
final class Reviewing {

    private static final int SURE = 60;
    private static final int UNSURE = 4;
    private static final int DOUBTFUL = 16;

    private final DemoStory story;
    private final IdentityReview review;
    private final Records records;
    private final Persons persons;
    private final Preferring preferring;
    private final TransactionTemplate transaction;
    private final Map<UUID, PaperList> lists;
    private final Map<UUID, String> truth = new HashMap<>();

    /// @param lists the list behind each version
    Reviewing(DemoStory story, Instance instance, Map<UUID, PaperList> lists) {
        this.story = story;
        this.review = instance.bean(IdentityReview.class);
        this.records = instance.bean(Records.class);
        this.persons = instance.bean(Persons.class);
        this.preferring = instance.bean(Preferring.class);
        this.transaction = instance.bean(TransactionTemplate.class);
        this.lists = lists;
    }

    void hold() {
        story.as(Member.HAZEL).run(this::learn);
        List<Pair> sure = story.as(Member.HAZEL).call(() -> judgeSome(0.95, 1, 2 * SURE, SURE));
        List<Pair> doubtful =
                story.as(Member.HAZEL).call(() -> judgeSome(0.5, 0.95, DOUBTFUL, DOUBTFUL));
        story.as(Member.HAZEL).run(this::cannotTell);
        story.as(Member.ROWAN).run(() -> confirm(sure, doubtful));
        story.as(Member.SORREL).run(() -> judgeSome(0.95, 1, 10, 10));
        story.as(Member.HAZEL).run(this::takeLastBack);
        story.as(Member.HAZEL).run(() -> sure.stream().limit(3).forEach(this::prefer));
    }

    private void learn() {
        transaction.executeWithoutResult(_ -> records.forEach(this::learn));
    }

    private void learn(AcceptedRecord record) {
        Optional.ofNullable(lists.get(record.version()))
                .flatMap(list -> list.rows().get((int) record.line() - 2).person())
                .ifPresent(person -> truth.put(record.id(), person));
    }

    private Verdict verdict(Pair pair) {
        String left = truth.get(pair.left());
        return left != null && left.equals(truth.get(pair.right()))
                ? Verdict.SAME
                : Verdict.DIFFERENT;
    }

    /// Judges every so manieth of the first proposals of the band.
    private List<Pair> judgeSome(double from, double to, int ofTheFirst, int most) {
        List<Proposal> queue = queue(from, to, ofTheFirst);
        List<Pair> judged = new ArrayList<>();
        for (int i = 0; i < queue.size() && judged.size() < most; i += ofTheFirst / most) {
            Pair pair = queue.get(i).pair();
            if (review.judge(pair, verdict(pair), "") instanceof Judging.Done) {
                judged.add(pair);
            }
        }
        return judged;
    }

    private List<Proposal> queue(double from, double to, int most) {
        return review.proposals(new QueueFilter(from, to, Whose.MINE_TO_JUDGE), null, most);
    }

    private void cannotTell() {
        for (Proposal proposal : queue(0.5, 0.8, UNSURE)) {
            review.judge(proposal.pair(), Verdict.UNSURE, "Ask the camp for the father's father.");
        }
    }

    /// Confirms all but some of each, and disputes one.
    private void confirm(List<Pair> sure, List<Pair> doubtful) {
        sure.stream().limit(SURE - 15).forEach(pair -> review.judge(pair, verdict(pair), ""));
        doubtful.stream()
                .limit(DOUBTFUL / 2)
                .forEach(pair -> review.judge(pair, verdict(pair), ""));
        sure.reversed().stream()
                .limit(1)
                .forEach(pair ->
                        review.judge(pair, other(verdict(pair)), "The mothers' names differ."));
    }

    private static Verdict other(Verdict verdict) {
        return verdict == Verdict.SAME ? Verdict.DIFFERENT : Verdict.SAME;
    }

    private void takeLastBack() {
        review.myLast()
                .ifPresent(mine ->
                        review.undo(mine.id(), "Judged in haste: two brothers share the names."));
    }

    /// Chooses the fuller date of birth of a person who now has two records.
    private void prefer(Pair pair) {
        transaction.executeWithoutResult(_ -> {
            List<AcceptedRecord> both = records.byIds(List.of(pair.left(), pair.right()));
            List<Person> people = persons.ofRecords(List.of(pair.left(), pair.right()));
            both.stream()
                    .filter(record -> record.first(FieldRole.BIRTH_DATE) != null)
                    .max(
                            Comparator.comparingInt(record ->
                                    Objects.requireNonNull(record.first(FieldRole.BIRTH_DATE))
                                            .length()))
                    .ifPresent(record ->
                            preferring.prefer(
                                    people.getFirst().id(),
                                    FieldRole.BIRTH_DATE,
                                    record.id(),
                                    "The fuller date."));
        });
    }
}
