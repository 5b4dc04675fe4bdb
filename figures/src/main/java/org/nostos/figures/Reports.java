package org.nostos.figures;

import java.util.List;
import org.nostos.figures.internal.ReportReader;

/// Reads figures out of the text of a report. What it finds is proposed to an analyst and enters no
/// ledger by itself.
public final class Reports {
    /// A report is shorter than this many characters, some three hundred pages, so that reading any text
    /// needs less than 200 MB; what is longer is refused at the door.
    public static final int LONGEST = 1_000_000;

    private Reports() {}

    /// The figures of a text, in the order of their first mention. Works without a network and without
    /// state, in time that grows with the text.
    public static List<Claim> read(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a report is shorter than " + LONGEST + " characters");
        }
        return ReportReader.claims(text);
    }
}
