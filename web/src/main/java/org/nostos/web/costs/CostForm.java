package org.nostos.web.costs;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.costs.CostLine.Claim;
import org.nostos.costs.CostLine.Of;
import org.springframework.format.annotation.DateTimeFormat;

/// The fields of a new cost line; they are shown again when it was refused.
public record CostForm(
        @Nullable Of of,
        @Nullable String name,
        @Nullable String what,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String claimant,
        @Nullable String debtor,
        @Nullable String state,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
        @Nullable String source) {

    Claim claim(LocalDate today) {
        String code = text(state).strip();
        return new Claim(
                text(what),
                number(text(amount).strip()),
                text(currency).strip().toUpperCase(java.util.Locale.ROOT),
                text(claimant),
                text(debtor),
                code.matches("[A-Z]{3}") ? new StateCode(code) : null,
                on == null ? today : on,
                text(source));
    }

    /// What was written, or nothing that could be owed.
    private static BigDecimal number(String written) {
        return written.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")
                ? new BigDecimal(written)
                : BigDecimal.ZERO;
    }

    static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
