package org.nostos.web.review;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.names.Alignment;
import org.nostos.names.LetterStep;
import org.nostos.names.LetterStep.Kind;
import org.nostos.names.Script;

/// How two spellings go together, letter by letter, for the page: rungs of a ladder, and the pieces
/// of each spelling with their marks.
public record Letters(List<Rung> rungs, boolean differs, boolean acrossScripts) {

    /// One step: what stands above, what below, and its mark, if it has one.
    public record Rung(String above, String below, @Nullable String is) {}

    /// A piece of a spelling with its mark, if it has one.
    public record Piece(String text, @Nullable String is) {}

    /// The ladder of an alignment. Arabic letters stand above when one side alone is Arabic.
    static Letters of(Alignment alignment, String left, String right) {
        boolean across = Script.of(left) != Script.of(right);
        boolean turn = across && Script.of(right) == Script.ARABIC;
        List<Rung> rungs =
                alignment.steps().stream()
                        .map(step -> turn ? step.mirrored() : step)
                        .map(step -> new Rung(step.left(), step.right(), mark(step)))
                        .toList();
        boolean differs =
                alignment.steps().stream()
                        .anyMatch(s -> s.kind() == Kind.DIFFERS || s.kind() == Kind.ABSENT);
        return new Letters(rungs, differs, across);
    }

    /// The left spelling in pieces; whole, without marks, when the steps do not spell it.
    static List<Piece> left(Alignment alignment, String value) {
        return pieces(
                alignment.steps().stream().map(s -> new Piece(s.left(), mark(s))).toList(), value);
    }

    /// The right spelling in pieces; whole, without marks, when the steps do not spell it.
    static List<Piece> right(Alignment alignment, String value) {
        return pieces(
                alignment.steps().stream().map(s -> new Piece(s.right(), mark(s))).toList(), value);
    }

    private static List<Piece> pieces(List<Piece> pieces, String value) {
        StringBuilder spelt = new StringBuilder();
        pieces.forEach(piece -> spelt.append(piece.text()));
        return spelt.toString().equals(value)
                ? pieces.stream().filter(piece -> !piece.text().isEmpty()).toList()
                : List.of(new Piece(value, null));
    }

    private static @Nullable String mark(LetterStep step) {
        return step.kind() == Kind.SAME ? null : step.kind().name().toLowerCase(Locale.ROOT);
    }
}
