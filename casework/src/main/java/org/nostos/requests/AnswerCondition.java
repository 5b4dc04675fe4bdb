package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One condition under which a state accepts somebody, and what was said of it.
///
/// @param answer the acceptance that lays it down
/// @param place among its conditions, from 1
/// @param said in the order in which it counts
public record AnswerCondition(UUID answer, int place, String words, List<Said> said) {

    private static final Comparator<Said> IN_ORDER =
            Comparator.comparing(Said::on).thenComparing(Said::recordedAt).thenComparing(Said::id);

    public AnswerCondition {
        said = List.copyOf(said);
    }

    /// What is said of a condition.
    public enum Kind {
        MET,
        NOT_MET,
        /// Another hand than the one that said it is met has seen that it is.
        CONFIRMED,
        /// The state does not hold it to be met.
        CONTESTED,
        /// The state no longer asks for it.
        WAIVED;

        /// Whether the committee may say it.
        public boolean isForCommittee() {
            return this == MET || this == NOT_MET || this == CONFIRMED;
        }

        /// Whether the state may say it, at its desk.
        public boolean isForStates() {
            return this == CONFIRMED || this == CONTESTED || this == WAIVED;
        }
    }

    /// Where a condition stands. Nobody travels but on what is confirmed or waived.
    public enum Standing {
        OPEN,
        /// By one hand: another has yet to confirm it.
        SAID_MET,
        CONFIRMED,
        CONTESTED,
        WAIVED;

        /// Whether this may be said of a condition that stands so. Pure.
        public boolean admits(Kind kind) {
            return switch (kind) {
                case MET -> this == OPEN || this == SAID_MET || this == CONTESTED;
                case NOT_MET -> true;
                case CONFIRMED -> this == SAID_MET;
                case CONTESTED -> this == SAID_MET || this == CONFIRMED;
                case WAIVED -> this != WAIVED;
            };
        }
    }

    /// That somebody said how a condition stands.
    ///
    /// @param whom who saw that it is met or not, or who of the state speaks
    /// @param source the paper that proves it, or the reason of the state
    /// @param byState whether the state said it at its own desk
    public record Said(
            UUID id,
            UUID answer,
            int place,
            Kind kind,
            LocalDate on,
            String whom,
            String source,
            boolean byState,
            UUID account,
            @Nullable String by,
            Instant recordedAt) {}

    /// Those of a conditional acceptance, with what was said of each. Pure.
    public static List<AnswerCondition> of(@Nullable AnswerEvent answer, List<Said> all) {
        List<AnswerCondition> conditions = new ArrayList<>();
        if (answer != null && answer.kind() == AnswerKind.ACCEPTED_CONDITIONAL) {
            for (String words : answer.form().eachCondition()) {
                int place = conditions.size() + 1;
                conditions.add(new AnswerCondition(answer.id(), place, words, of(all, place)));
            }
        }
        return conditions;
    }

    private static List<Said> of(List<Said> all, int place) {
        return all.stream().filter(one -> one.place == place).sorted(IN_ORDER).toList();
    }

    /// What was said last, if anything was.
    public @Nullable Said last() {
        return said.isEmpty() ? null : said.getLast();
    }

    /// Where it stands.
    public Standing standing() {
        if (said.isEmpty()) {
            return Standing.OPEN;
        }
        return switch (said.getLast().kind) {
            case MET -> Standing.SAID_MET;
            case NOT_MET -> Standing.OPEN;
            case CONFIRMED -> isByTwoHands() ? Standing.CONFIRMED : Standing.OPEN;
            case CONTESTED -> Standing.CONTESTED;
            case WAIVED -> said.getLast().byState ? Standing.WAIVED : Standing.OPEN;
        };
    }

    /// Whether what comes right before the last says that it is met, by another hand.
    private boolean isByTwoHands() {
        if (said.size() < 2) {
            return false;
        }
        Said before = said.get(said.size() - 2);
        return before.kind == Kind.MET && !before.account.equals(said.getLast().account);
    }

    /// Whether it is neither confirmed to be met nor waived.
    public boolean isOpen() {
        Standing standing = standing();
        return standing != Standing.CONFIRMED && standing != Standing.WAIVED;
    }

    /// The latest of it: a form carries it, so that nobody decides on what they did not see.
    public UUID seen() {
        return said.stream()
                .max(Comparator.comparing(Said::recordedAt))
                .map(Said::id)
                .orElse(answer);
    }
}
