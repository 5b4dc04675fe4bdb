package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.Letters;
import org.nostos.lists.ListVersion;
import org.nostos.lists.SampleRow;
import org.nostos.lists.Surroundings;
import org.nostos.lists.Surroundings.LettersChoice;
import org.nostos.lists.Surroundings.SheetSurvey;
import org.nostos.lists.Survey;

/// How the file of a list is read, for somebody to look at and to put right: its separator and letters
/// or its sheet, its first rows, where the headings stand among them, and what is passed over.
///
/// `asked` is what somebody said before; `notices` are messages with their counts.
record LayoutPanel(
        boolean text,
        Layout asked,
        @Nullable Layout found,
        Surroundings around,
        List<Notice> notices,
        boolean unfolded) {

    /// Something to know about the file: a message `list.notice.KEY` and its number.
    record Notice(String key, long count) {}

    /// What can be put right by saying how a text is read.
    private static final Set<String> READ_OTHERWISE =
            Set.of(
                    "broken-csv",
                    "not-utf8",
                    "mixed-letters",
                    "nul",
                    "no-rows",
                    "no-headings",
                    "no-sheet",
                    "too-many-columns");

    /// Absent where there is nothing to choose: while the file is gone through, and where it is broken
    /// in a way that no reading mends.
    static @Nullable LayoutPanel of(ListVersion version) {
        Survey survey = version.survey().orElse(null);
        if (survey != null) {
            return new LayoutPanel(
                    !survey.kind().isSpreadsheet(),
                    version.asked(),
                    survey.layout(),
                    survey.around(),
                    notices(survey.around()),
                    survey.lettersOpen());
        }
        return version.unreadable()
                .filter(LayoutPanel::isReadOtherwise)
                .map(_ ->
                        new LayoutPanel(
                                true, version.asked(), null, Surroundings.NONE, List.of(), true))
                .orElse(null);
    }

    private static boolean isReadOtherwise(Obstacle obstacle) {
        return READ_OTHERWISE.contains(obstacle.code().replace("obstacle.lists.", ""));
    }

    private static List<Notice> notices(Surroundings around) {
        List<Notice> notices = new ArrayList<>();
        add(notices, "above", around.above());
        add(notices, "sheets", Math.max(0, around.sheets().size() - 1));
        add(notices, "totals", around.totals());
        add(notices, "repeated", around.repeatedHeadings());
        add(notices, "formulas", around.formulas());
        add(notices, "links", around.externalLinks() ? 1 : 0);
        add(notices, "marks", around.directionMarks());
        return notices;
    }

    private static void add(List<Notice> notices, String key, long count) {
        if (count > 0) {
            notices.add(new Notice(key, count));
        }
    }

    public List<FileKind> kinds() {
        return List.of(FileKind.values()).stream().filter(kind -> !kind.isSpreadsheet()).toList();
    }

    public List<Letters> alphabets() {
        return List.of(Letters.values());
    }

    public @Nullable FileKind kind() {
        return found == null ? asked.kind() : found.kind();
    }

    /// The letters to show as chosen: none while somebody has to say.
    public @Nullable Letters letters() {
        return found == null ? asked.letters() : lettersOpen().isEmpty() ? found.letters() : null;
    }

    public List<LettersChoice> lettersOpen() {
        return around.lettersOpen();
    }

    public List<SheetSurvey> sheets() {
        return around.sheets();
    }

    public int sheet() {
        return found == null ? asked.sheet() : found.sheet();
    }

    public List<SampleRow> beginning() {
        return around.beginning();
    }

    public boolean hasHeadings() {
        return found != null && found.headings() != null && !found.headings().absent();
    }

    public long firstHeading() {
        return found == null || found.headings() == null ? 0 : found.headings().first();
    }

    /// How many rows the headings take.
    public long headingRows() {
        Layout.Headings headings = found == null ? null : found.headings();
        return headings == null
                ? 1
                : Math.max(1, beginning().stream().filter(row -> headings.has(row.line())).count());
    }

    public boolean isHeading(SampleRow row) {
        Layout.Headings headings = found == null ? null : found.headings();
        return headings != null && headings.has(row.line());
    }

    /// Whether the row stands above the headings.
    public boolean isAbove(SampleRow row) {
        return hasHeadings() && row.line() < firstHeading();
    }
}
