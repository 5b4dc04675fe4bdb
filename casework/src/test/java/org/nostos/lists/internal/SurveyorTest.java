package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateEvidence;
import org.nostos.lists.DateReading;
import org.nostos.lists.Layout;
import org.nostos.lists.Survey;

class SurveyorTest {

    @Test
    void proposesWhatHeadingsAndValuesSay() throws IOException {
        Survey survey =
                survey(
                        """
                        الرقم;الاسم الثلاثي;اللقب;اسم الأم;ملاحظات;خانة
                        AX-1;هدهد زيتون سنديان;الخيزراني;لوزة;x;ذكر
                        AX-2;نرجسة بلوط أرز;الصفصافي;;y;أنثى
                        """);
        assertThat(survey.rows()).isEqualTo(2);
        assertThat(survey.columns())
                .extracting(ColumnSurvey::proposed)
                .containsExactly(
                        ColumnUse.LIST_NUMBER,
                        new ColumnUse.Says(FieldRole.FULL_NAME),
                        new ColumnUse.Says(FieldRole.FAMILY_NAME),
                        new ColumnUse.Says(FieldRole.MOTHER_NAME),
                        ColumnUse.KEPT,
                        new ColumnUse.Says(FieldRole.SEX));
        assertThat(survey.columns().get(3).empty()).isEqualTo(1);
    }

    @Test
    void asksForTheOrderWhereNoRowProvesIt() throws IOException {
        ColumnSurvey born = born("05/07/1988", "01/02/1990", "03/03/1991");
        assertThat(born.proposed()).isNull();
        assertThat(born.dates().bothWays()).isEqualTo(2);
    }

    @Test
    void asksForTheOrderWhereRowsProveBoth() throws IOException {
        assertThat(born("25/07/1988", "07/25/1990", "01/02/1991").proposed()).isNull();
    }

    @Test
    void readsEachDateByWhatItCanOnlyMeanWhereOrdersAreMixed() throws IOException {
        ColumnSurvey born = born("25/07/1988", "07/25/1990", "31/31/1991", "5/5/85");
        assertThat(born.proposed()).isEqualTo(birth(DateReading.EITHER));
        assertThat(born.dates())
                .extracting(
                        DateEvidence::dayFirst,
                        DateEvidence::monthFirst,
                        DateEvidence::neither,
                        DateEvidence::shortYears)
                .containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void takesNoOrderFromADayThatDoesNotExist() throws IOException {
        ColumnSurvey born = born("05/07/1988", "31/02/1990");
        assertThat(born.proposed()).isNull();
        assertThat(born.dates().neither()).isEqualTo(1);
    }

    @Test
    void knowsTheHeadingsOfFamilies() throws IOException {
        assertThat(
                        survey(
                                        "رقم الأسرة;اسم الزوجة;Child 1;الطفل ٢;صلة القرابة;Family size;العمر\n1;a;b;c;d;2;3\n")
                                .columns())
                .extracting(column -> column.proposed() == null ? "" : column.proposed().key())
                .containsExactly(
                        "family",
                        "member:wife",
                        "member:child",
                        "member:child",
                        "relation",
                        "household-size",
                        "age");
    }

    @Test
    void proposesTheOrderThatRowsProve() throws IOException {
        assertThat(born("05/07/1988", "25/07/1988").proposed())
                .isEqualTo(birth(DateReading.DAY_FIRST));
        assertThat(born("05/07/1988", "07/25/1988").proposed())
                .isEqualTo(birth(DateReading.MONTH_FIRST));
    }

    @Test
    void showsTheCalendarQuestionForBareYears() throws IOException {
        ColumnSurvey mixed = born("1413", "1988");
        assertThat(mixed.dates().calendarOpen()).isTrue();
        assertThat(mixed.proposed()).isEqualTo(birth(DateReading.HIJRI));
        assertThat(born("1367", "1367 ه.ش").proposed()).isEqualTo(birth(DateReading.PERSIAN));
        assertThat(born("1412-06-01", "1630-08-01").proposed())
                .isEqualTo(birth(DateReading.DAY_FIRST));
    }

    @Test
    void passesOverATitleAboveTheTable() throws IOException {
        Survey survey = survey("List of the annex,,\nno,name,born\n1,Hazel,1990\n2,Alder,1991\n");
        assertThat(survey.headings().last()).isEqualTo(2);
        assertThat(survey.columns())
                .extracting(ColumnSurvey::heading)
                .containsExactly("no", "name", "born");
        assertThat(survey.rows()).isEqualTo(2);
    }

    private static ColumnUse birth(DateReading reading) {
        return new ColumnUse.Birth(reading);
    }

    private static ColumnSurvey born(String... dates) throws IOException {
        return survey("name,date of birth\nHazel," + String.join("\nHazel,", dates) + "\n")
                .columns()
                .get(1);
    }

    private static Survey survey(String content) throws IOException {
        return Surveyor.survey(ListFilesTest.text(content), Layout.TOLD);
    }
}
