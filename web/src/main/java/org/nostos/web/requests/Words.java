package org.nostos.web.requests;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;

/// What was written into a form of an answer or a step, kept when it could not be taken.
///
/// @param reasons `yes`, `no` or nothing chosen
public record Words(
        String conditions, String reasons, String ground, String reviewBody, String source) {

    static final Words NONE = new Words("", "", "", "", "");

    AnswerForm answer(AnswerKind kind, @Nullable String document, @Nullable UUID agreement) {
        boolean refusal = kind == AnswerKind.REFUSED;
        boolean given = reasons.equals("yes");
        return new AnswerForm(
                kind,
                kind == AnswerKind.ACCEPTED_CONDITIONAL ? conditions : "",
                !refusal || reasons.isEmpty() ? null : Boolean.valueOf(given),
                refusal && given ? ground : "",
                refusal ? reviewBody : "",
                source,
                document == null || document.isBlank()
                        ? null
                        : document.strip().toLowerCase(java.util.Locale.ROOT),
                kind == AnswerKind.DEEMED_ACCEPTED ? agreement : null);
    }

    static LocalDate day(@Nullable LocalDate said) {
        return said == null ? LocalDate.now(java.time.ZoneOffset.UTC) : said;
    }
}
