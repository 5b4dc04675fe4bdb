package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.ModelAdoption;
import org.nostos.identity.ModelKeeping;
import org.nostos.identity.ModelKeeping.Forwarding;
import org.nostos.identity.ModelTrial;
import org.nostos.identity.ModelVersion.Origin;
import org.nostos.identity.Models;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposals;
import org.nostos.identity.TrialPair;
import org.nostos.identity.TrialPairFile;
import org.nostos.identity.TrialResult;
import org.nostos.identity.Verdict;
import org.nostos.linkage.LinkageModel;
import org.nostos.parties.Caller;
import org.springframework.context.LifecycleProcessor;
import org.springframework.dao.DataAccessException;

/// A model change is shown before it is used, shows what adoption then does, and can be rolled back.
class ModelKeepingTest {

    private static Committee c;
    private static Caller another;
    private static List<UUID> held;
    private static List<UUID> sought;

    @BeforeAll
    static void linkTwoLists() {
        c = Committee.open();
        another = c.house.committee(Role.ADMINISTRATOR);
        held = c.accept(c.holder, LocalDate.of(2026, 3, 1), Samples.held());
        sought = c.accept(c.meridia, LocalDate.of(2026, 3, 9), Samples.sought());
        c.awaitLinked();
        for (int i = 0; i < 3; i++) {
            c.confirm(held.get(i), sought.get(i), Verdict.SAME);
        }
        c.confirm(held.get(0), sought.get(10), Verdict.DIFFERENT);
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void theStartingModelIsTheEnginesOwnAndStaysFromTheFirstJudgementOn() {
        ModelAdoption before = inUse();
        runAgain();
        if (before.trial() == null) {
            assertThat(before.model().origin()).isEqualTo(Origin.STARTING);
        }
        assertThat(inUse().id()).isEqualTo(before.id());
        assertThat(
                        Objects.requireNonNull(
                                        c.as(
                                                        c.willow,
                                                        () ->
                                                                c.house
                                                                        .bean(
                                                                                org.nostos.identity
                                                                                        .Runs.class)
                                                                        .latestFinished()
                                                                        .orElseThrow())
                                                .ended())
                                .model())
                .isEqualTo(before.model().parameters());
    }

    @Test
    void aTrialShowsWhatAdoptionThenDoesAndRollingBackBringsAllBack() {
        runAgain();
        Map<Pair, Double> before = live();
        ModelAdoption first = inUse();
        UUID trial = forwarded(run(another, () -> keeping().upload(harsher(), "too lenient")));
        ModelTrial tried = tried(trial);
        TrialResult result = result(tried);
        assertThat(live()).as("a trial changes nothing").isEqualTo(before);
        assertThat(result.vanish() + result.fall()).isPositive();
        assertThat(codes(run(another, () -> keeping().adopt(trial, "mine"))))
                .contains("obstacle.identity.model-own");
        assertThat(run(c.rowan, () -> keeping().adopt(trial, "looked at"))).isEmpty();
        awaitIdle();
        Map<Pair, Double> after = live();
        Map<Pair, Double> openBefore = open(before);
        Map<Pair, Double> openAfter = open(after);
        assertThat(result.proposalsWas()).isEqualTo(openBefore.size());
        assertThat(result.proposalsWould()).isEqualTo(openAfter.size());
        assertThat(result.appear()).isEqualTo(without(openAfter, openBefore));
        assertThat(result.vanish()).isEqualTo(without(openBefore, openAfter));
        assertThat(result.fall()).isEqualTo(without(likely(openBefore), likely(openAfter)));
        assertThat(result.rise()).isEqualTo(without(likely(openAfter), likely(openBefore)));
        for (TrialPair pair : run(c.willow, () -> keeping().pairs(trial))) {
            if (pair.kind() != TrialPair.Kind.JUDGED) {
                assertThat(openBefore.get(pair.pair())).isEqualTo(pair.was());
                assertThat(openAfter.get(pair.pair())).isEqualTo(pair.would());
            }
        }
        UUID back =
                forwarded(run(c.rowan, () -> keeping().goBack(first.model().id(), "too harsh")));
        tried(back);
        assertThat(run(c.elder, () -> keeping().adopt(back, "so it was"))).isEmpty();
        awaitIdle();
        assertThat(live()).as("the same pairs with the same probabilities").isEqualTo(before);
        assertThat(inUse().model().id()).isEqualTo(first.model().id());
    }

    @Test
    void aModelIsTriedOnWhatTwoPeopleSettled() {
        UUID trial = forwarded(run(c.rowan, () -> keeping().retrain("more lists came in")));
        TrialResult result = result(tried(trial));
        assertThat(result.scoreWas().same()).isEqualTo(3);
        assertThat(result.scoreWas().different()).isEqualTo(1);
        assertThat(result.scoreWould().recall()).isBetween(0.0, 1.0);
        assertThat(result.records()).isEqualTo(held.size() + sought.size());
        assertThat(result.people()).isEqualTo(held.size() + sought.size() - 3);
        assertThat(run(c.elder, () -> keeping().setAside(trial, "no gain"))).isEmpty();
        assertThat(codes(run(c.elder, () -> keeping().adopt(trial, "after all"))))
                .contains("obstacle.identity.model-not-ready");
    }

    @Test
    void aPairIsShownByBothModels() {
        UUID trial = forwarded(run(another, () -> keeping().upload(harsher(), "too lenient")));
        tried(trial);
        TrialPair pair = run(c.willow, () -> keeping().pairs(trial)).getFirst();
        TrialPairFile file =
                run(c.willow, () -> keeping().pair(trial, pair.kind(), pair.place())).orElseThrow();
        assertThat(file.was()).isPresent();
        assertThat(file.would()).isPresent();
        if (pair.would() != null) {
            assertThat(file.would().orElseThrow().probability()).isEqualTo(pair.would());
        }
        assertThat(run(another, () -> keeping().pairs(trial)))
                .as("an administrator sees no person")
                .isEmpty();
    }

    @Test
    void nobodyAdoptsTheirOwnEvenPastTheRules() {
        UUID trial = forwarded(run(c.rowan, () -> keeping().retrain("more lists came in")));
        UUID model = Objects.requireNonNull(tried(trial).ended()).model();
        for (Caller who : List.of(c.rowan, c.willow, c.holder)) {
            assertThatThrownBy(() -> adoptInSql(who, trial, Objects.requireNonNull(model)))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(codes(run(c.willow, () -> keeping().retrain("why not")).obstacles()))
                .containsExactly("obstacle.identity.model-keepers");
    }

    @Test
    void aTrialThatIsKilledLeavesNothingAndIsDoneAgain() {
        runAgain();
        Map<Pair, Double> before = live();
        LifecycleProcessor work = c.house.bean(LifecycleProcessor.class);
        work.stop();
        UUID trial = forwarded(run(c.rowan, () -> keeping().retrain("more lists came in")));
        work.start();
        work.stop();
        assertThat(live()).isEqualTo(before);
        ModelTrial cut = run(c.willow, () -> keeping().trial(trial)).orElseThrow();
        if (cut.ended() == null) {
            assertThat(run(c.willow, () -> keeping().pairs(trial))).isEmpty();
        }
        work.start();
        assertThat(result(tried(trial)).records()).isEqualTo(held.size() + sought.size());
        assertThat(live()).isEqualTo(before);
    }

    @Test
    void whatIsNoModelIsRefused() {
        for (String text :
                List.of(
                        "",
                        "{}",
                        "[1,2",
                        "{\"kind\":\"nostos-linkage-model\"}",
                        "[".repeat(100_000),
                        inUse().model().parameters().replace("\"different\"", "\"otherwise\""))) {
            Forwarding came =
                    run(
                            c.rowan,
                            () ->
                                    keeping()
                                            .upload(
                                                    text.getBytes(StandardCharsets.UTF_8),
                                                    "try it"));
            assertThat(codes(came.obstacles()))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .containsExactly("obstacle.identity.model-unreadable");
        }
    }

    @Test
    void aSettledPairIsNotProposedAgainAndComesBackWhenAJudgementIsTakenBack() {
        UUID one = held.get(5);
        UUID other = sought.get(5);
        UUID id = proposal(one, other);
        c.confirm(one, other, Verdict.SAME);
        runAgain();
        assertThat(queue()).doesNotContain(Pair.of(one, other));
        assertThat(proposal(one, other)).as("what was judged is kept").isEqualTo(id);
        UUID mine =
                c
                        .as(
                                c.hazel,
                                () ->
                                        c.house
                                                .bean(org.nostos.identity.Judgements.class)
                                                .ofPair(Pair.of(one, other)))
                        .stream()
                        .filter(given -> given.account().equals(c.hazel.account()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        c.undo(c.hazel, mine);
        assertThat(live()).containsKey(Pair.of(one, other));
    }

    @Test
    void proposalsOfEarlierRunsDoNotPileUp() {
        runAgain();
        long rows = sql("select count(*) from nostos.proposal");
        runAgain();
        runAgain();
        assertThat(sql("select count(*) from nostos.proposal")).isEqualTo(rows);
        assertThat(
                        sql(
                                "select count(*) from nostos.proposal where run <> (select run from"
                                        + " nostos.linking_run_ended where how = 'FINISHED' order by"
                                        + " recorded_at desc limit 1)"))
                .isZero();
    }

    /// The model in use, with sameness worth less and difference more.
    private static byte[] harsher() {
        LinkageModel model = inUse().model().model();
        List<LinkageModel.Comparison> harsher =
                model.comparisons().stream()
                        .map(one ->
                                new LinkageModel.Comparison(
                                        one.name(),
                                        one.levels().stream()
                                                .map(ModelKeepingTest::harsher)
                                                .toList()))
                        .toList();
        return new LinkageModel(model.prior() / 4, harsher)
                .toJson()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static LinkageModel.Level harsher(LinkageModel.Level level) {
        double u = Math.min(1, level.u() * (level.weight() > 0 ? 6 : 1));
        return new LinkageModel.Level(level.name(), level.m(), u);
    }

    private static Map<Pair, Double> open(Map<Pair, Double> proposals) {
        Map<Pair, Double> open = new HashMap<>(proposals);
        open.keySet()
                .removeIf(pair ->
                        c.as(
                                        c.willow,
                                        () ->
                                                c.house
                                                        .bean(org.nostos.identity.Judgements.class)
                                                        .standing(pair))
                                .state()
                                .settled());
        return open;
    }

    private static Map<Pair, Double> likely(Map<Pair, Double> proposals) {
        Map<Pair, Double> likely = new HashMap<>(proposals);
        likely.values().removeIf(probability -> probability < 0.95);
        return likely;
    }

    private static long without(Map<Pair, Double> these, Map<Pair, Double> those) {
        return these.keySet().stream().filter(pair -> !those.containsKey(pair)).count();
    }

    private static TrialResult result(ModelTrial trial) {
        return Objects.requireNonNull(Objects.requireNonNull(trial.ended()).result());
    }

    private static ModelTrial tried(UUID trial) {
        awaitIdle();
        ModelTrial tried = run(c.willow, () -> keeping().trial(trial)).orElseThrow();
        assertThat(tried.state(inUse().model().id())).isEqualTo(ModelTrial.State.READY);
        return tried;
    }

    private static void awaitIdle() {
        keeping().wake();
        try {
            assertThat(c.house.bean(LinkingRuns.class).awaitIdle(Duration.ofMinutes(2))).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static UUID forwarded(Forwarding came) {
        assertThat(came.obstacles()).isEmpty();
        return Objects.requireNonNull(came.trial());
    }

    private static ModelAdoption inUse() {
        return run(c.willow, () -> keeping().inUse()).orElseThrow();
    }

    private static Map<Pair, Double> live() {
        return c.as(c.willow, () -> c.house.bean(Proposals.class).live());
    }

    private static UUID proposal(UUID one, UUID other) {
        return run(
                        c.willow,
                        () -> c.house.bean(IdentityReview.class).proposalOf(Pair.of(one, other)))
                .orElseThrow();
    }

    private static List<Pair> queue() {
        return run(
                        c.elder,
                        () ->
                                c.house
                                        .bean(IdentityReview.class)
                                        .proposals(
                                                org.nostos.identity.QueueFilter.mine(), null, 1000))
                .stream()
                .map(org.nostos.identity.Proposal::pair)
                .toList();
    }

    private static int adoptInSql(Caller who, UUID trial, UUID model) {
        return c.as(
                who,
                () -> {
                    UUID act =
                            c.house
                                    .bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "identity.model-adopted",
                                                    Purpose.LINKING,
                                                    Map.of()));
                    c.house.bean(Models.class).adopt(model, trial, "past the rules", act);
                    return 1;
                });
    }

    private static void runAgain() {
        LinkingRuns runs = c.house.bean(LinkingRuns.class);
        c.house.engine().run(() -> runs.ask("again"));
        awaitIdle();
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }

    private static ModelKeeping keeping() {
        return c.house.bean(ModelKeeping.class);
    }

    private static long sql(String query) {
        return c.as(c.willow, () -> c.house.jdbc().sql(query).query(Long.class).single());
    }

    private static <T> T run(Caller who, Supplier<T> work) {
        return who.call(work::get);
    }
}
