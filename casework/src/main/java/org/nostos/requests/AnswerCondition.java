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

    /// How a condition stands.
    public enum Kind {
        MET,
        NOT_MET,
        /// The state no longer asks for it.
        WAIVED
    }

    /// That somebody said how a condition stands.
    ///
    /// @param whom who saw that it is met or not, or who of the state waives it
    public record Said(
            UUID id,
            UUID answer,
            int place,
            Kind kind,
            LocalDate on,
            String whom,
            String source,
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

    /// Whether it is neither met nor waived.
    public boolean isOpen() {
        return said.isEmpty() || said.getLast().kind == Kind.NOT_MET;
    }

    /// The latest of it: a form carries it, so that nobody decides on what they did not see.
    public UUID seen() {
        return said.stream()
                .max(Comparator.comparing(Said::recordedAt))
                .map(Said::id)
                .orElse(answer);
    }
}
