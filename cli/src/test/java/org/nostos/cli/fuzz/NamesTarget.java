package org.nostos.cli.fuzz;

import java.nio.charset.StandardCharsets;
import org.nostos.names.NameWord;
import org.nostos.names.Names;

/// Two halves of any text are two names: as alike from both sides, within the scale, filed under keys.
public final class NamesTarget {

    private NamesTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String both = new String(input, StandardCharsets.UTF_16LE);
        String left = both.substring(0, both.length() / 2);
        String right = both.substring(both.length() / 2);
        double alike = Names.similarity(left, right);
        if (!(alike >= 0 && alike <= 1)) {
            throw new AssertionError("outside the scale");
        }
        if (Math.abs(alike - Names.similarity(right, left)) > 1e-9) {
            throw new AssertionError("not the same from both sides");
        }
        for (NameWord word : Names.words(both)) {
            Names.keys(word.text());
            Names.sounds(word.text());
        }
        Names.align(left, right);
    }
}
