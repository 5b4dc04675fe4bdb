package org.nostos.lists;

import java.util.List;

/// What a file holds beside the rows of its table, so that nothing is passed over in silence.
///
/// `sheets` are those of a spreadsheet that have rows. `beginning` are the first rows as they stand,
/// headings and titles with them. While `lettersOpen` is not empty, only a person can say how the
/// letters are written. `above` counts the rows over the headings; `totals` and `repeatedHeadings`
/// count rows of the table that are left out; `formulas` counts cells whose saved value is read and
/// which are never worked out; `directionMarks` counts cells out of which such marks are taken.
public record Surroundings(
        List<SheetSurvey> sheets,
        List<SampleRow> beginning,
        List<LettersChoice> lettersOpen,
        long above,
        long totals,
        long repeatedHeadings,
        long formulas,
        long directionMarks,
        boolean externalLinks) {

    public static final Surroundings NONE =
            new Surroundings(List.of(), List.of(), List.of(), 0, 0, 0, 0, 0, false);

    /// A sheet with rows. `number` counts all sheets of the file from 1; `rows` counts those filled.
    public record SheetSurvey(int number, String name, long rows, boolean hidden) {}

    /// How some of the first rows read if the letters are written this way.
    public record LettersChoice(Letters letters, List<SampleRow> rows) {
        public LettersChoice {
            rows = List.copyOf(rows);
        }
    }

    public Surroundings {
        sheets = List.copyOf(sheets);
        beginning = List.copyOf(beginning);
        lettersOpen = List.copyOf(lettersOpen);
    }
}
