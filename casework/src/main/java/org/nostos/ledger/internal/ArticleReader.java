package org.nostos.ledger.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Article;
import org.nostos.figures.Claim;
import org.nostos.figures.Reports;
import org.nostos.figures.UnreadableReport;

/// Gets the text out of a file, and the figures out of the text.
public final class ArticleReader {

    /// An article with more figures than this is a table, and its first ones are enough to see it.
    private static final int MOST = 2_000;

    private static final String OBSTACLE = "obstacle.figures.";

    private ArticleReader() {}

    /// @param text what was read; null where there is none
    /// @param fault why there is none: the end of an obstacle's code
    public record Read(@Nullable String text, @Nullable String fault, List<Claim> claims) {
        public Read {
            claims = List.copyOf(claims);
        }
    }

    public static Read read(byte[] bytes) {
        try {
            String text = Article.of(bytes).text().replace('\0', '\ufffd');
            List<Claim> claims = Reports.read(text);
            return new Read(text, null, claims.subList(0, Math.min(MOST, claims.size())));
        } catch (UnreadableReport e) {
            return new Read(null, e.obstacle().code().replace(OBSTACLE, ""), List.of());
        }
    }
}
