package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.lists.RowFault;

class AgeReaderTest {

    static Stream<List<String>> ages() {
        return Folding.table("ages.tsv").stream().map(List::of);
    }

    @ParameterizedTest
    @MethodSource("ages")
    void readsAnAgeByTheDayOfTheList(List<String> line) {
        DateRead read = new AgeReader(LocalDate.of(2026, 5, 13)).read(line.getFirst());
        assertThat(read).isEqualTo(expected(line));
    }

    private static DateRead expected(List<String> line) {
        return line.size() == 2
                ? DateRead.Faulty.of(RowFault.valueOf(line.get(1)))
                : new DateRead.Known(
                        new PartialDate(
                                LocalDate.parse(line.get(1)),
                                LocalDate.parse(line.get(2)),
                                Precision.AGE,
                                DateCalendar.GREGORIAN,
                                line.getFirst()));
    }
}
