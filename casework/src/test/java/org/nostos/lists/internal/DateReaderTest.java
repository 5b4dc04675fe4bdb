package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.PartialDate;
import org.nostos.lists.DateReading;
import org.nostos.lists.RowFault;

class DateReaderTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 5, 13);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static Stream<List<String>> dates() {
        return Folding.table("dates.tsv").stream().map(List::of);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void readsWhatIsWrittenAndKeepsIt(List<String> line) {
        DateReading reading = DateReading.parse(line.get(1)).orElseThrow();
        DateRead read = new DateReader(reading, AS_OF, TODAY).read(line.get(2));
        assertThat(read).as(line.getFirst()).isEqualTo(expected(line));
    }

    private static DateRead expected(List<String> line) {
        if (line.size() == 7) {
            return new DateRead.Known(
                    new PartialDate(
                            LocalDate.parse(line.get(3)),
                            LocalDate.parse(line.get(4)),
                            PartialDate.Precision.valueOf(line.get(5)),
                            PartialDate.DateCalendar.valueOf(line.get(6)),
                            line.get(2)));
        }
        List<String> arguments = line.size() < 5 ? List.of() : List.of(line.get(4).split(","));
        return new DateRead.Faulty(RowFault.valueOf(line.get(3)), arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "--/--/----", "0000-00-00", "?"})
    void takesBlanksForNothingSaid(String written) {
        assertThat(new DateReader(DateReading.DAY_FIRST, AS_OF, TODAY).read(written))
                .isEqualTo(new DateRead.None());
    }

    @Test
    void readsEveryDayOfTwoCenturiesBackAsItWasWritten() {
        DateReader dayFirst = new DateReader(DateReading.DAY_FIRST, AS_OF, TODAY);
        DateReader monthFirst = new DateReader(DateReading.MONTH_FIRST, AS_OF, TODAY);
        for (LocalDate day = LocalDate.of(1826, 1, 1); day.isBefore(TODAY); day = day.plusDays(1)) {
            assertThat(first(dayFirst.read(day.toString()))).isEqualTo(day);
            String written = day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
            assertThat(first(dayFirst.read(written))).isEqualTo(day);
            String turned = day.getMonthValue() + "-" + day.getDayOfMonth() + "-" + day.getYear();
            assertThat(first(monthFirst.read(turned))).isEqualTo(day);
        }
    }

    private static LocalDate first(DateRead read) {
        return ((DateRead.Known) read).date().first();
    }
}
