package org.nostos.lists.internal;

import java.util.stream.Collectors;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ListVersion;
import org.nostos.names.Names;

/// The headings of a list's columns, as one text by which lists are told to have the same.
public final class Headings {

    private Headings() {}

    /// Empty where the columns are not known, or none has a heading.
    public static String of(ListVersion version) {
        String all =
                version.survey().stream()
                        .flatMap(survey -> survey.columns().stream())
                        .map(ColumnSurvey::heading)
                        .map(Headings::plain)
                        .collect(Collectors.joining("|"));
        return all.replace("|", "").isEmpty() ? "" : all;
    }

    /// Whether two titles are one but for case, spaces and spelling habits.
    public static boolean alike(String one, String other) {
        return !plain(one).isEmpty() && plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return Names.fold(text).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
