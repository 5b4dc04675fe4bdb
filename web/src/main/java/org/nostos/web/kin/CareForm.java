package org.nostos.web.kin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.registry.AgeAssessment;
import org.nostos.registry.AgeAssessment.Method;
import org.nostos.registry.CareEvent.Company;
import org.nostos.registry.CareEvent.Ground;
import org.nostos.registry.CareEvent.Kind;
import org.nostos.registry.CareEvent.Outcome;
import org.nostos.registry.CareKeeping;
import org.nostos.registry.CareKeeping.Entry;
import org.springframework.format.annotation.DateTimeFormat;

/// A step of care as the form says it; kept for the next page when it is refused.
public record CareForm(
        @Nullable Kind kind,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
        @Nullable String source,
        @Nullable String reason,
        @Nullable UUID seen,
        @Nullable Company company,
        @Nullable Ground ground,
        @Nullable Outcome outcome,
        @Nullable String whom,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate bornFirst,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate bornLast,
        @Nullable Set<Method> methods,
        @Nullable Boolean informed,
        @Nullable Boolean consented) {

    private static final List<Obstacle> INCOMPLETE =
            List.of(Obstacle.of("obstacle.family.incomplete"));

    Entry entry() {
        return new Entry(
                on == null ? LocalDate.now(ZoneOffset.UTC) : on,
                source == null ? "" : source,
                reason == null ? "" : reason,
                seen);
    }

    private AgeAssessment assessed() {
        return new AgeAssessment(
                methods == null ? Set.of() : methods,
                Boolean.TRUE.equals(informed),
                Boolean.TRUE.equals(consented));
    }

    /// Whether the form named this method.
    public boolean by(Method method) {
        return methods != null && methods.contains(method);
    }

    List<Obstacle> take(CareKeeping care, UUID person, Kind what) {
        String name = whom == null ? "" : whom;
        return switch (what) {
            case AGE_ASSESSED ->
                    bornFirst == null || bornLast == null
                            ? INCOMPLETE
                            : care.ageAssessed(
                                    person, entry(), bornFirst, bornLast, assessed(), name);
            case COMPANY_SAID ->
                    company == null ? INCOMPLETE : care.companySaid(person, entry(), company);
            case GUARDIAN_INTERIM -> care.guardianInterim(person, entry(), name);
            case GUARDIAN_APPOINTED -> care.guardianAppointed(person, entry(), name);
            case GUARDIAN_ENDED -> care.guardianEnded(person, entry());
            case SCREENED ->
                    ground == null || outcome == null
                            ? INCOMPLETE
                            : care.screened(person, entry(), ground, outcome);
            case REFERRED ->
                    ground == null ? INCOMPLETE : care.referred(person, entry(), ground, name);
            case DIED -> care.died(person, entry());
            case CORRECTED, CONFIRMED -> INCOMPLETE;
        };
    }
}
