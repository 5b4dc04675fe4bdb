package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.FieldRole;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.FileBytes;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.Layout.Headings;
import org.nostos.lists.ListVersion;
import org.nostos.lists.ReadRow;
import org.nostos.lists.RowFault;
import org.nostos.lists.RowProblem;
import org.nostos.lists.StagedRows;
import org.nostos.lists.Survey;

/// Tables as people lay them out.
class LayoutTest {

    @Test
    void passesOverTitlesAboveTheTable() throws IOException {
        Survey survey =
                survey(
                        """
                        Ministry of Return;;;
                        List of the annex, as of 1 March 2026;;;

                        no;name;born;place of birth
                        1;Hazel;1990;Wadi
                        2;Alder;1991;Tell
                        """);
        assertThat(survey.kind()).isEqualTo(FileKind.CSV_SEMICOLON);
        assertThat(survey.headings()).isEqualTo(new Headings(4, 4));
        assertThat(survey.around().above()).isEqualTo(2);
        assertThat(survey.rows()).isEqualTo(2);
    }

    @Test
    void readsHeadingsInTwoRowsAsMergedCellsLeaveThem() throws IOException {
        Survey survey =
                survey(
                        """
                        no;name;;;mother;birth;
                        ;first name;father;family name;first name;date;place
                        1;Hazel;Alder;Linden;Plum;1990;Wadi
                        """);
        assertThat(survey.headings()).isEqualTo(new Headings(1, 2));
        assertThat(survey.rows()).isEqualTo(1);
        assertThat(survey.columns())
                .extracting(ColumnSurvey::heading)
                .contains("no", "name · first name", "mother · first name", "birth · date");
        assertThat(survey.columns())
                .extracting(LayoutTest::role)
                .containsExactly(
                        "number",
                        FieldRole.GIVEN_NAME.key(),
                        FieldRole.FATHER_NAME.key(),
                        FieldRole.FAMILY_NAME.key(),
                        FieldRole.MOTHER_NAME.key(),
                        "birth_date:gregorian-day-first",
                        "birth_place");
    }

    @Test
    void readsAGroupAboveTheHeadings() throws IOException {
        Survey survey =
                survey(
                        """
                        ;البيانات الشخصية;;;الوثيقة
                        الرقم;الاسم;اسم الأب;الجنسية;رقم الجواز
                        1;هدهد;زيتون;Meridia;D1
                        """);
        assertThat(survey.headings()).isEqualTo(new Headings(1, 2));
        assertThat(survey.columns().get(2).proposed())
                .isEqualTo(new ColumnUse.Says(FieldRole.FATHER_NAME));
    }

    @Test
    void takesADataRowForNoHeading() throws IOException {
        Survey survey = survey("given name;father;;nationality\nHazel;Alder;x;Meridia\n");
        assertThat(survey.headings()).isEqualTo(new Headings(1, 1));
        assertThat(survey.rows()).isEqualTo(1);
        assertThat(survey("1;Hazel;1990\n2;Alder;1991\n").headings()).isEqualTo(Headings.NONE);
    }

    @Test
    void readsTheHeadingsWhereSomebodySaysTheyAre() throws IOException {
        String list = "x;y\nno;name\n1;Hazel\n2;Alder\n";
        assertThat(survey(list, new Headings(3, 3)).rows()).isEqualTo(1);
        Survey none = survey(list, Headings.NONE);
        assertThat(none.rows()).isEqualTo(4);
        assertThat(none.columns()).extracting(ColumnSurvey::heading).containsOnly("");
        Refusals.assertRefused(
                ListFilesTest.text(list), new Layout(null, null, 0, new Headings(9, 9)), "no-rows");
    }

    @Test
    void dropsBareColumns() throws IOException {
        Survey survey = survey("no;;name;;;\n1;;Hazel;;;\n2;;Alder;;;\n");
        assertThat(survey.columns()).hasSize(3);
        assertThat(survey.columns().get(1).bare()).isTrue();
        assertThat(survey.columns().get(1).proposed()).isEqualTo(ColumnUse.KEPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total;250;",
                "المجموع: ٢٥٠;;",
                "Grand total;;12",
                "ИТОГО;3;",
                "جمع کل;۱۲;",
                ";total =;2"
            })
    void leavesTotalsOutAndSaysSo(String total) throws IOException {
        String list = "no;name;born\n1;Hazel;1990\n2;Alder;1991\n" + total + "\n";
        Survey survey = survey(list);
        assertThat(survey.around().totals()).isEqualTo(1);
        assertThat(survey.rows()).isEqualTo(3);
        List<ReadRow> rows = read(list, survey);
        assertThat(rows).hasSize(3);
        assertThat(rows.getLast().good()).isFalse();
        assertThat(rows.getLast().problems())
                .extracting(RowProblem::fault)
                .containsExactly(RowFault.LOOKS_LIKE_TOTAL);
        assertThat(rows.getLast().problems().getFirst().line()).isEqualTo(4);
    }

    @Test
    void keepsPersonsWhoseNamesLookLikeTotals() throws IOException {
        String list = "no;name;born\n1;Total Hazel;1990\n2;Sum;Alder\n3;Jam;1990\n";
        assertThat(survey(list).around().totals()).isZero();
    }

    @Test
    void leavesHeadingsOutThatComeAgainOnEachPage() throws IOException {
        String list = "no;name\n1;Hazel\nno;name\n2;Alder\n\nno ; name\n3;Plum\n";
        Survey survey = survey(list);
        assertThat(survey.around().repeatedHeadings()).isEqualTo(2);
        assertThat(read(list, survey)).filteredOn(ReadRow::good).hasSize(3);
    }

    @Test
    void takesQuestionMarksForLostLettersAndNotForNames() throws IOException {
        String list = "no;name\n1;???? ?????\n2;Hazel?\n3;\uFFFD\uFFFD\n";
        List<ReadRow> rows = read(list, survey(list));
        assertThat(rows).extracting(ReadRow::good).containsExactly(false, true, false);
        assertThat(rows.getFirst().problems().getFirst().fault()).isEqualTo(RowFault.LETTERS_LOST);
    }

    @Test
    void takesMarksOfDirectionAwayAndFaultsThoseThatTurnLettersRound() throws IOException {
        String list = "no;name\n1;\u200FHa\u2067zel\u2069\n2;\u202Eredla\u202C\n";
        Survey survey = survey(list);
        assertThat(survey.around().directionMarks()).isEqualTo(2);
        List<ReadRow> rows = read(list, survey);
        assertThat(rows.getFirst().values().get(FieldRole.FULL_NAME)).containsExactly("Hazel");
        assertThat(rows.getLast().good()).isFalse();
        assertThat(rows.getLast().problems().getFirst().fault())
                .isEqualTo(RowFault.CONTROL_CHARACTERS);
    }

    private static String role(ColumnSurvey column) {
        ColumnUse proposed = column.proposed();
        return proposed == null ? "" : proposed.key();
    }

    private static List<ReadRow> read(String list, Survey survey) throws IOException {
        FileBytes bytes = ListFilesTest.text(list);
        UUID id = new UUID(1, 2);
        try (ChunkReader chunks =
                ChunkReader.open(
                        bytes,
                        survey,
                        new ListVersion.ChosenMapping(id, survey.proposed().orElseThrow()),
                        id,
                        LocalDate.of(2026, 5, 13),
                        0,
                        0)) {
            StagedRows.Chunk chunk = chunks.next();
            return chunk == null ? List.of() : chunk.rows();
        }
    }

    private static Survey survey(String list) throws IOException {
        return Surveyor.survey(ListFilesTest.text(list), Layout.TOLD);
    }

    private static Survey survey(String list, Headings headings) throws IOException {
        return Surveyor.survey(ListFilesTest.text(list), new Layout(null, null, 0, headings));
    }
}
