package org.nostos.requests;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long a state has to answer: what its agreement says, and else thirty days.
///
/// For travel documents the thirty days are those of ICAO Annex 9; for anything else they are this
/// house's own, after which it reminds.
public record ReplyClock(int days, @Nullable StateAgreement agreement) {

    public static final int DEFAULT_DAYS = 30;

    /// The clock that runs for a request delivered on this day. Of several agreements the one that names
    /// the request counts before one for any, and the later before the earlier.
    public static ReplyClock of(List<StateAgreement> agreements, AskedFor asked, LocalDate day) {
        return agreements.stream()
                .filter(agreement -> agreement.speaksOf(asked, day))
                .max(
                        Comparator.comparing(
                                        (StateAgreement agreement) -> agreement.asked() != null)
                                .thenComparing(StateAgreement::from)
                                .thenComparing(StateAgreement::id))
                .map(agreement -> new ReplyClock(agreement.days(), agreement))
                .orElse(new ReplyClock(DEFAULT_DAYS, null));
    }

    /// The last day on which an answer is in time.
    public LocalDate due(LocalDate delivered) {
        return delivered.plusDays(days);
    }
}
