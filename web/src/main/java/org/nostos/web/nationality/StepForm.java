package org.nostos.web.nationality;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.identity.EvidenceGrade;
import org.nostos.identity.EvidenceKind;
import org.nostos.identity.NationalityEvent.Consent;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityEvidence;
import org.nostos.identity.NationalityEvidence.Seen;
import org.nostos.identity.NationalityKeeping.Entry;
import org.nostos.identity.NationalityKeeping.Interview;
import org.nostos.identity.NationalityStep;
import org.springframework.format.annotation.DateTimeFormat;

/// What a form of the page says; kept for the next page when it is refused.
public record StepForm(
        @Nullable NationalityStep step,
        @Nullable String state,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
        @Nullable String source,
        @Nullable String reason,
        @Nullable UUID seen,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
        @Nullable Consent consent,
        @Nullable String interpreter,
        @Nullable Rests rests,
        @Nullable EvidenceKind evidence,
        @Nullable EvidenceGrade grade,
        @Nullable Seen shown,
        @Nullable String number,
        @Nullable String sha256,
        @Nullable String laboratory,
        @Nullable String chain,
        @Nullable String mrz) {

    /// The state that the form names, or null when it is no code of one.
    @Nullable StateCode code() {
        String code = text(state).toUpperCase(Locale.ROOT);
        return code.matches("[A-Z]{3}") ? new StateCode(code) : null;
    }

    Entry entry(StateCode code) {
        return new Entry(code, day(), text(source), text(reason), seen);
    }

    Interview interview() {
        return new Interview(
                due == null ? day() : due,
                text(interpreter),
                consent == null ? Consent.NOT_ASKED : consent);
    }

    /// The piece of evidence, or null when the form does not say what it is.
    @Nullable NationalityEvidence piece() {
        if (evidence == null || grade == null || shown == null) {
            return null;
        }
        return new NationalityEvidence(
                evidence,
                grade,
                shown,
                text(number),
                text(sha256).toLowerCase(Locale.ROOT),
                text(laboratory),
                text(chain),
                text(mrz));
    }

    /// Whether this is the form of this step with this state.
    public boolean is(String code, NationalityStep one) {
        return one == step && code.equalsIgnoreCase(text(state));
    }

    boolean isOf(StateCode one) {
        return one.equals(code());
    }

    private LocalDate day() {
        return on == null ? LocalDate.now(ZoneOffset.UTC) : on;
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
