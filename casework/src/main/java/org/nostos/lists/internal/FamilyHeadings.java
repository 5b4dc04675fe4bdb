package org.nostos.lists.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nostos.lists.ColumnUse;

/// The headings of columns that speak of families and ages, as `family-headings.tsv` lists them.
final class FamilyHeadings {

    private static final Map<String, ColumnUse> USES = read();

    private FamilyHeadings() {}

    /// What a column with this heading usually is.
    static Optional<ColumnUse> of(String heading) {
        return Optional.ofNullable(USES.get(plain(heading)));
    }

    private static Map<String, ColumnUse> read() {
        Map<String, ColumnUse> uses = new HashMap<>();
        for (String[] line : Folding.table("family-headings.tsv")) {
            ColumnUse use = ColumnUse.parse(line[0]).orElseThrow();
            for (int i = 1; i < line.length; i++) {
                uses.put(plain(line[i]), use);
            }
        }
        return Map.copyOf(uses);
    }

    private static String plain(String heading) {
        return Folding.heading(heading).replaceAll("\\s*\\d+$", "");
    }
}
