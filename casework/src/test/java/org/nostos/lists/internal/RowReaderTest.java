package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.lists.RowFault.Fate.ROW_LEFT_OUT;
import static org.nostos.lists.RowFault.Fate.VALUE_LEFT_OUT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.basics.FieldRole;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateReading;
import org.nostos.lists.KeptCell;
import org.nostos.lists.Mapping;
import org.nostos.lists.ReadRow;
import org.nostos.lists.RowFault;
import org.nostos.lists.RowProblem;
import org.nostos.lists.Sex;

class RowReaderTest {

    private static final Mapping MAPPING =
            new Mapping(
                    List.of(
                            ColumnUse.LIST_NUMBER,
                            new ColumnUse.Says(FieldRole.FULL_NAME),
                            new ColumnUse.Says(FieldRole.SEX),
                            new ColumnUse.Birth(DateReading.DAY_FIRST),
                            new ColumnUse.Says(FieldRole.OCCUPATION),
                            ColumnUse.KEPT));

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final RowReader reader =
            new RowReader(
                    MAPPING, List.of("no", "name", "sex", "born", "work", "remarks"), DAY, DAY);

    @Test
    void keepsWhatWasWritten() {
        ReadRow row = read("AX-1", " شحرور  توت ", "ذكر", "٠٥/٠٧/١٩٨٨", "", "a note");
        assertThat(row.good()).isTrue();
        assertThat(row.number()).isEqualTo("AX-1");
        assertThat(row.values())
                .containsOnlyKeys(FieldRole.FULL_NAME, FieldRole.SEX, FieldRole.BIRTH_DATE)
                .containsEntry(FieldRole.FULL_NAME, List.of("شحرور  توت"));
        assertThat(row.birth()).isNotNull();
        assertThat(row.problems()).isEmpty();
        assertThat(row.kept()).containsExactly(new KeptCell(6, "remarks", "a note"));
    }

    @Test
    void keepsWhatNobodyUsesExactlyAsReceived() {
        assertThat(read("1", "Hazel", "", "", "", "  two \n lines \uFFFD ").kept())
                .containsExactly(new KeptCell(6, "remarks", "  two \n lines \uFFFD "));
        assertThat(read("1", "Hazel", "", "", "", "  ").kept()).isEmpty();
    }

    @Test
    void keepsARowWhoseDateIsImpossibleWithoutTheDate() {
        ReadRow row = read("AX-1", "Hazel", "", "31/02/1993", "", "");
        assertThat(row.good()).isTrue();
        assertThat(row.birth()).isNull();
        assertThat(row.problems())
                .containsExactly(
                        new RowProblem(
                                7,
                                4,
                                "31/02/1993",
                                RowFault.DATE_NO_SUCH_DAY,
                                List.of("31", "month.GREGORIAN.2", "1993"),
                                VALUE_LEFT_OUT));
    }

    @Test
    void leavesOutARowWithNothingToHoldOnTo() {
        assertFault(
                read("", " ", "m", "1990", "baker", "a note"),
                RowFault.NOTHING_TO_HOLD_ON_TO,
                ROW_LEFT_OUT);
        assertThat(read("AX-1", "", "", "", "", "").good()).isTrue();
    }

    @Test
    void leavesOutARowThatWasCutInTwo() {
        assertFault(read("AX-1", "Hazel", "m"), RowFault.WRONG_NUMBER_OF_CELLS, ROW_LEFT_OUT);
        assertFault(
                read("1", "2", "3", "4", "5", "6", "7"),
                RowFault.WRONG_NUMBER_OF_CELLS,
                ROW_LEFT_OUT);
        assertThat(read("1", "2", "", "", "5", "6", "", " ").good()).isTrue();
    }

    @Test
    void leavesOutAHurtNameWithItsRowAndAnyOtherHurtValueAlone() {
        assertFault(read("1", "\uFFFD\uFFFD", "", "", "", ""), RowFault.LETTERS_LOST, ROW_LEFT_OUT);
        ReadRow row = read("1", "Hazel", "", "", "b\uFFFDker", "");
        assertFault(row, RowFault.LETTERS_LOST, VALUE_LEFT_OUT);
        assertThat(row.values()).containsOnlyKeys(FieldRole.FULL_NAME);
        assertFault(
                read("1", "H\u0001", "", "", "", ""), RowFault.CONTROL_CHARACTERS, ROW_LEFT_OUT);
        assertFault(read("1", "H".repeat(501), "", "", "", ""), RowFault.TOO_LONG, ROW_LEFT_OUT);
        assertThat(read("1", "Hazel", "", "", "", "\uFFFD".repeat(900)).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "F, FEMALE", "male, MALE", "أنثى, FEMALE", "انثى, FEMALE", "ذكر, MALE", "Ж, FEMALE",
        "мужской, MALE", "муж., MALE", "Kadın, FEMALE", "ERKEK, MALE", "Femme, FEMALE",
                "jin, FEMALE",
        "نێر, MALE", "خ, UNKNOWN", "x, UNKNOWN"
    })
    void knowsTheWordsForSex(String word, Sex sex) {
        assertThat(read("1", "Hazel", word, "", "", "").sex()).isEqualTo(sex);
    }

    private ReadRow read(String... cells) {
        return reader.read(new Row(7, List.of(cells), true));
    }

    private static void assertFault(ReadRow row, RowFault fault, RowFault.Fate fate) {
        assertThat(row.problems())
                .singleElement()
                .extracting(RowProblem::fault, RowProblem::fate)
                .containsExactly(fault, fate);
        assertThat(row.good()).isEqualTo(fate != ROW_LEFT_OUT);
    }
}
