package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.Surroundings.SheetSurvey;
import org.nostos.lists.Survey;

class OdsTest {

    private static final String HEADINGS = row(text("no"), text("name"), text("born"));

    @Test
    void readsTextsNumbersDaysAndWhatStandsForMany() throws IOException {
        byte[] book =
                OpenDocument.book(
                        OpenDocument.sheet(
                                "list",
                                HEADINGS
                                        + row(
                                                cell(
                                                        "office:value-type='float' office:value='7.0'",
                                                        "7,0"),
                                                text(
                                                        "زيتون <text:span>بلوط</text:span><text:s text:c='2'/>x"),
                                                cell(
                                                        "office:value-type='date' office:date-value='1988-07-05T00:00:00'",
                                                        "5. Juli"))
                                        + "<table:table-row table:number-rows-repeated='3'><table:table-cell table:number-columns-repeated='1024'/></table:table-row>"
                                        + "<table:table-row table:number-rows-repeated='2'>"
                                        + cell("", "8")
                                        + cell("table:number-columns-repeated='2'", "Alder")
                                        + "</table:table-row>"
                                        + "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"));
        List<Row> rows = ListFilesTest.all(ListFilesTest.bytes(book));
        assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 6L, 7L);
        assertThat(rows.get(1).cells()).containsExactly("7", "زيتون بلوط  x", "1988-07-05");
        assertThat(rows.get(3).cells()).containsExactly("8", "Alder", "Alder");
    }

    @Test
    void leavesOutNotesAndWhatMergedCellsCover() throws IOException {
        byte[] book =
                OpenDocument.book(
                        OpenDocument.sheet(
                                "list",
                                HEADINGS
                                        + row(
                                                text("1"),
                                                "<table:table-cell><office:annotation><dc:date>2026</dc:date><text:p>secret</text:p></office:annotation><text:p>Hazel</text:p><text:p>Linden</text:p></table:table-cell>",
                                                "<table:covered-table-cell><text:p>hidden</text:p></table:covered-table-cell>")));
        List<Row> rows = ListFilesTest.all(ListFilesTest.bytes(book));
        assertThat(rows.get(1).cells()).containsExactly("1", "Hazel\nLinden");
    }

    @Test
    void readsTheSavedValueOfAFormulaAndSaysSo() throws IOException {
        byte[] book =
                OpenDocument.book(
                        OpenDocument.sheet(
                                "list",
                                HEADINGS
                                        + row(
                                                cell(
                                                        "table:formula=\"of:=WEBSERVICE('http://x.invalid')\" office:value-type='string'",
                                                        "1"),
                                                text("Hazel"))));
        Survey survey = Surveyor.survey(ListFilesTest.bytes(book), Layout.TOLD);
        assertThat(survey.kind()).isEqualTo(FileKind.ODS);
        assertThat(survey.sample().getFirst().cells()).containsExactly("1", "Hazel");
        assertThat(survey.around().formulas()).isEqualTo(1);
        assertThat(survey.around().externalLinks()).isTrue();
    }

    @Test
    void takesTheSheetWithHeadingsAndNamesTheOthers() throws IOException {
        String person = row(text("1"), text("Hazel"), text("1990"));
        byte[] book =
                OpenDocument.book(
                        OpenDocument.sheet("cover", row(text("Camp, annex"))),
                        "<table:table table:name='old' table:style-name='gone'>"
                                + HEADINGS
                                + person
                                + "</table:table>",
                        OpenDocument.sheet("list", HEADINGS + person + person),
                        OpenDocument.sheet("blank", row("")));
        Survey survey = Surveyor.survey(ListFilesTest.bytes(book), Layout.TOLD);
        assertThat(survey.layout().sheet()).isEqualTo(3);
        assertThat(survey.rows()).isEqualTo(2);
        assertThat(survey.around().sheets())
                .containsExactly(
                        new SheetSurvey(1, "cover", 1, false),
                        new SheetSurvey(2, "old", 2, true),
                        new SheetSurvey(3, "list", 3, false));
        Survey other = Surveyor.survey(ListFilesTest.bytes(book), new Layout(null, null, 2, null));
        assertThat(other.rows()).isEqualTo(1);
    }

    @Test
    void refusesRowsAndColumnsThatStandForTooMany() throws IOException {
        refuse(
                "<table:table-row table:number-rows-repeated='1048576'>"
                        + text("x")
                        + "</table:table-row>",
                "repeated-row",
                "1");
        refuse(row(cell("table:number-columns-repeated='9000'", "x")), "too-many-columns", "500");
        refuse(row(cell("table:number-columns-repeated='-4'", "x")), "broken-sheet");
    }

    @Test
    void refusesALockedSpreadsheet() throws IOException {
        byte[] book =
                OpenDocument.zip(
                        "content.xml",
                        "garbage",
                        "META-INF/manifest.xml",
                        "<manifest><file-entry><encryption-data/></file-entry></manifest>");
        Refusals.assertRefused(ListFilesTest.bytes(book), "locked");
    }

    private static void refuse(String rows, String reason, String... arguments) throws IOException {
        byte[] book = OpenDocument.book(OpenDocument.sheet("list", rows));
        Refusals.assertRefused(ListFilesTest.bytes(book), reason, arguments);
    }

    private static String row(String... cells) {
        return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
    }

    private static String text(String text) {
        return cell("office:value-type='string'", text);
    }

    private static String cell(String attributes, String text) {
        return "<table:table-cell "
                + attributes
                + "><text:p>"
                + text
                + "</text:p></table:table-cell>";
    }
}
