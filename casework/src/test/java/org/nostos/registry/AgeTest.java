package org.nostos.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.basics.PartialDate;

/// CRC art. 1 and General Comment No. 6, para. 31: whoever may be a child is treated as one.
class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "2008-11-22, 2008-11-22, 2026-11-21, true, 1",
        "2008-11-22, 2008-11-22, 2026-11-22, false, 0",
        "2008-02-29, 2008-02-29, 2026-02-28, true, 1",
        "2008-02-29, 2008-02-29, 2026-03-01, false, 0",
        "2008-02-28, 2008-02-28, 2026-02-28, false, 0",
        "2008-01-01, 2008-12-31, 2026-11-22, true, 39",
        "2008-01-01, 2008-12-31, 2026-12-31, false, 0",
        "2000-01-01, 2009-12-31, 2026-11-22, true, 404"
    })
    void theBenefitOfTheDoubt(
            LocalDate first, LocalDate last, LocalDate on, boolean child, long days) {
        Age age = new Age(first, last);
        assertThat(age.mayBeChild(on)).isEqualTo(child);
        assertThat(age.daysToMajority(on)).isEqualTo(days);
    }

    @Test
    void anIntervalIsSurelyAChildOnlyWhileEveryDayOfItIs() {
        Age age = new Age(LocalDate.of(2008, 1, 1), LocalDate.of(2009, 12, 31));
        assertThat(age.isSurelyChild(LocalDate.of(2025, 12, 31))).isTrue();
        assertThat(age.isSurelyChild(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(age.mayBeChild(LocalDate.of(2027, 12, 30))).isTrue();
        assertThat(age.youngest(LocalDate.of(2026, 11, 22))).isEqualTo(16);
        assertThat(age.oldest(LocalDate.of(2026, 11, 22))).isEqualTo(18);
    }

    @Test
    void datesThatDoNotAgreeLeaveAllOfThemPossible() {
        Age age =
                Age.ofAny(
                                List.of(
                                        PartialDate.ofYear(2004),
                                        PartialDate.ofDay(LocalDate.of(2010, 5, 1))))
                        .orElseThrow();
        assertThat(age).isEqualTo(new Age(LocalDate.of(2004, 1, 1), LocalDate.of(2010, 5, 1)));
        assertThat(age.mayBeChild(LocalDate.of(2026, 11, 22))).isTrue();
        assertThat(Age.ofAny(List.of())).isEmpty();
    }
}
