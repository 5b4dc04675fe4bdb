package org.nostos.lists.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.Survey;

/// The SHA-256 of a list's folded headings in their order: by it the next list of a kind is known.
public final class HeadingsPrint {

    private static final byte UNIT = 0x1F;

    private HeadingsPrint() {}

    /// Empty where a list has no headings to be known by.
    public static Optional<byte[]> of(Survey survey) {
        if (survey.columns().stream().allMatch(column -> column.heading().isBlank())) {
            return Optional.empty();
        }
        MessageDigest print = Sha256.digest();
        for (ColumnSurvey column : survey.columns()) {
            print.update(Folding.heading(column.heading()).getBytes(StandardCharsets.UTF_8));
            print.update(UNIT);
        }
        return Optional.of(print.digest());
    }
}
