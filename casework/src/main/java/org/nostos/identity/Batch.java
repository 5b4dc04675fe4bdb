package org.nostos.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;

/// Open proposals that a filter found, frozen: to be confirmed as one act when two people have each
/// judged a random sample of their own and found every pair of it to be one person.
public record Batch(
        UUID id,
        UUID run,
        Filter filter,
        int pairs,
        Hand drawnBy,
        List<Sample> samples,
        List<Event> events) {

    /// No batch holds less probable proposals, nor one that carries a flag.
    public static final double LEAST = 0.95;

    /// No batch holds more: each is a single act that somebody answers for.
    public static final int MOST = 2000;

    /// What the pairs have in common.
    public enum Pattern {
        ANY,
        /// One document number.
        DOCUMENT,
        /// One day of birth, known to the day.
        BIRTH_DAY,
        /// One document number and one year of birth.
        DOCUMENT_AND_BIRTH_YEAR
    }

    /// Which proposals a batch takes. Without lists, those of any; with one, those that touch it.
    public record Filter(
            double probability, @Nullable UUID listOne, @Nullable UUID listOther, Pattern pattern) {
        public Filter {
            if (!(probability >= LEAST && probability <= 1)) {
                throw new IllegalArgumentException("no batch goes so low: " + probability);
            }
        }
    }

    /// Who gave a hand.
    public record Hand(UUID account, String name, Role role, Instant at) {}

    /// A sample: how many pairs were drawn with which seed, how many the hand judged to be one person,
    /// and how many otherwise.
    public record Sample(int number, long seed, int size, int same, int otherwise, Hand hand) {
        /// Whether every pair of it was judged to be one person.
        public boolean passed() {
            return same == size && otherwise == 0;
        }
    }

    /// A step of its course.
    public enum Step {
        PUT_FORWARD,
        CONFIRMED,
        WITHDRAWN,
        TAKEN_BACK
    }

    /// A step taken. `confirmed` counts the pairs that the confirmation put both hands on.
    public record Event(
            Step step, String reason, int confirmed, String by, UUID account, Instant at) {}

    /// Where it stands, worked out from samples and steps.
    public enum State {
        FIRST_SAMPLE,
        MAY_BE_PUT_FORWARD,
        WAITS_FOR_SECOND,
        SECOND_SAMPLE,
        MAY_BE_CONFIRMED,
        CONFIRMED,
        TAKEN_BACK,
        WITHDRAWN,
        /// A sampled pair was not judged to be one person.
        STOPPED;

        /// Whether something can still come of it.
        public boolean open() {
            return ordinal() < CONFIRMED.ordinal();
        }
    }

    public Batch {
        samples = List.copyOf(samples);
        events = List.copyOf(events);
    }

    public State state() {
        if (has(Step.TAKEN_BACK)) {
            return State.TAKEN_BACK;
        }
        if (has(Step.CONFIRMED)) {
            return State.CONFIRMED;
        }
        if (has(Step.WITHDRAWN)) {
            return State.WITHDRAWN;
        }
        if (samples.stream().anyMatch(sample -> sample.otherwise > 0)) {
            return State.STOPPED;
        }
        return has(Step.PUT_FORWARD) ? afterFirst() : beforeSecond();
    }

    private State beforeSecond() {
        return sample(1).filter(Sample::passed).isPresent()
                ? State.MAY_BE_PUT_FORWARD
                : State.FIRST_SAMPLE;
    }

    private State afterFirst() {
        return sample(2)
                .map(sample -> sample.passed() ? State.MAY_BE_CONFIRMED : State.SECOND_SAMPLE)
                .orElse(State.WAITS_FOR_SECOND);
    }

    public Optional<Sample> sample(int number) {
        return samples.stream().filter(sample -> sample.number == number).findFirst();
    }

    /// The sample that this account draws its verdicts from.
    public Optional<Sample> sampleOf(UUID account) {
        return samples.stream().filter(sample -> sample.hand.account().equals(account)).findFirst();
    }

    public Optional<Event> event(Step step) {
        return events.stream().filter(event -> event.step == step).findFirst();
    }

    private boolean has(Step step) {
        return event(step).isPresent();
    }

    /// How many of a hundred pairs could be wrong although none of the sampled were found to be: the
    /// upper end of a 95 % interval by the rule of three (Hanley and Lippman-Hand, JAMA 249, 1983).
    public double worstOf100() {
        int looked = samples.stream().mapToInt(Sample::size).sum();
        return looked == 0 || looked >= pairs ? 0 : Math.min(100, 300.0 / looked);
    }
}
