package org.nostos.basics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of `whyNot`: a rule that is not met, like an error of a compiler with its place and cure.
///
/// `arguments` fill the rule's message and name no person; `by` is the day it is due, if one is.
public record Unmet(Rule rule, List<String> arguments, @Nullable LocalDate by) {

    public Unmet {
        arguments = List.copyOf(arguments);
    }

    public static Unmet of(Rule rule, String... arguments) {
        return new Unmet(rule, List.of(arguments), null);
    }

    public Unmet by(LocalDate day) {
        return new Unmet(rule, arguments, day);
    }

    /// The same, for a refusal that speaks of nothing else.
    public Obstacle obstacle() {
        return new Obstacle(
                "unmet." + rule.key(),
                arguments,
                rule.citations().isEmpty() ? null : rule.citations().getFirst());
    }
}
