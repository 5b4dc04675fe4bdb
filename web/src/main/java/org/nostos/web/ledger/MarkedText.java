package org.nostos.web.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.ledger.ArticleClaim;

/// The text of an article in pieces: plain ones, and those in which a figure was found.
final class MarkedText {

    /// A page shows no more of a text than this.
    private static final int LONGEST = 400_000;

    private MarkedText() {}

    /// A piece of the text, and the claim that it carries.
    public record Piece(String text, @Nullable ArticleClaim claim) {}

    /// Claims point into the text in code points; of two that overlap the first is marked.
    static List<Piece> of(String text, List<ArticleClaim> claims) {
        List<ArticleClaim> inOrder =
                claims.stream().sorted(Comparator.comparing(c -> c.claim().at().start())).toList();
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        int points = 0;
        for (ArticleClaim claim : inOrder) {
            int start = claim.claim().at().start();
            int length = claim.claim().at().end() - start;
            if (start < points) {
                continue;
            }
            int from = text.offsetByCodePoints(at, start - points);
            int to = text.offsetByCodePoints(from, length);
            if (to > LONGEST) {
                break;
            }
            pieces.add(new Piece(text.substring(at, from), null));
            pieces.add(new Piece(text.substring(from, to), claim));
            at = to;
            points = start + length;
        }
        pieces.add(
                new Piece(
                        text.substring(at, Math.max(at, Math.min(text.length(), LONGEST))), null));
        return pieces;
    }
}
