package org.nostos.web.legal;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.nostos.legal.PrisonTerm;
import org.springframework.format.annotation.DateTimeFormat;

/// The fields of how long somebody is sent to prison. What is left empty is not known.
public record TermForm(
        @Nullable Integer years,
        @Nullable Integer months,
        @Nullable Integer days,
        @Nullable Boolean life,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate runs,
        @Nullable Integer credited) {

    PrisonTerm term() {
        return new PrisonTerm(length(), Boolean.TRUE.equals(life), runs, credited);
    }

    private @Nullable Period length() {
        return years == null && months == null && days == null
                ? null
                : Period.of(orNone(years), orNone(months), orNone(days));
    }

    private static int orNone(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
