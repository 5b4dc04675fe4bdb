package org.nostos.cli.fuzz;

import java.io.IOException;
import org.nostos.figures.Article;
import org.nostos.figures.Claim;
import org.nostos.figures.Reports;
import org.nostos.figures.UnreadableReport;

/// Any bytes are a report or are refused; what is claimed lies within the text.
public final class ReportsTarget {

    private ReportsTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String text;
        try {
            text = Article.of(input).text();
        } catch (UnreadableReport refused) {
            return;
        }
        int length = text.codePointCount(0, text.length());
        for (Claim claim : Reports.read(text)) {
            if (claim.at().start() < 0 || claim.at().end() > length || claim.quote().isEmpty()) {
                throw new AssertionError("a claim outside of its text");
            }
        }
    }
}
