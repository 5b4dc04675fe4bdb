package org.nostos.names;

import java.util.List;

/// Two spellings read side by side, letter by letter in order of sound.
///
/// The texts on the left, one after another, are the left spelling; so on the right. When the words
/// of a name stand in another order, the steps follow the left name, and the right texts are its
/// words in that order.
public record Alignment(List<LetterStep> steps) {
    public Alignment {
        steps = List.copyOf(steps);
    }

    /// Whether no letter differs and none is missing: what is left are habits of spelling.
    public boolean sameLetters() {
        return steps.stream()
                .allMatch(step ->
                        step.kind() == LetterStep.Kind.SAME
                                || step.kind() == LetterStep.Kind.HABIT);
    }
}
