package org.nostos.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Unmet;
import org.nostos.registry.CareEvent.Company;
import org.nostos.registry.CareEvent.Ground;
import org.nostos.registry.CareEvent.Kind;
import org.nostos.registry.CareEvent.Outcome;

/// How the care of one person stands, worked out from what happened, from dates of birth and from ties.
/// Pure.
///
/// @param age empty when no list and no assessment says anything of it
/// @param company whom a child is with: by confirmed ties at the same place, else as was said
/// @param screened the last screening for each ground
/// @param referred the last referral for each ground
/// @param died the day of death, or null
/// @param waiting what does not count before a second account has confirmed it
public record Care(
        LocalDate on,
        Optional<Age> age,
        Company company,
        Guardian guardian,
        String guardianName,
        Map<Ground, CareEvent> screened,
        Map<Ground, CareEvent> referred,
        @Nullable LocalDate died,
        List<CareEvent> events,
        List<CareEvent> waiting) {

    /// Where the guardianship of a child stands.
    public enum Guardian {
        NONE,
        INTERIM,
        APPOINTED,
        ENDED;

        public boolean acts() {
            return this == INTERIM || this == APPOINTED;
        }
    }

    /// @param known the person, under every id
    public static Care of(
            Collection<CareEvent> happened,
            Collection<PartialDate> births,
            Collection<KinTie> ties,
            Collection<UUID> known,
            AsOf at) {
        List<CareEvent> all = uncorrected(happened, at);
        List<CareEvent> waiting = all.stream().filter(event -> waits(event, all)).toList();
        List<CareEvent> counted =
                all.stream()
                        .filter(event -> event.kind() != Kind.CONFIRMED && !waiting.contains(event))
                        .toList();
        CareEvent guardian = null;
        CareEvent said = null;
        CareEvent assessed = null;
        CareEvent died = null;
        Map<Ground, CareEvent> screened = new EnumMap<>(Ground.class);
        Map<Ground, CareEvent> referred = new EnumMap<>(Ground.class);
        for (CareEvent event : counted) {
            switch (event.kind()) {
                case GUARDIAN_INTERIM, GUARDIAN_APPOINTED, GUARDIAN_ENDED -> guardian = event;
                case COMPANY_SAID -> said = event;
                case AGE_ASSESSED -> assessed = event;
                case DIED -> died = event;
                case SCREENED -> put(screened, event);
                case REFERRED -> put(referred, event);
                case CORRECTED, CONFIRMED -> {}
            }
        }
        return new Care(
                at.on(),
                age(assessed, births),
                company(ties, known, said),
                guardian(guardian),
                guardian == null ? "" : guardian.whom(),
                screened,
                referred,
                died == null ? null : died.stamp().on(),
                counted,
                waiting);
    }

    /// Whether they are, or may be, a child, and live.
    public boolean mayBeChild() {
        return died == null && age.filter(one -> one.mayBeChild(on)).isPresent();
    }

    /// A child for whom nobody acts, and of whom it is not known that a parent is with them.
    public boolean lacksGuardian() {
        return mayBeChild() && company != Company.WITH_PARENT && !guardian.acts();
    }

    /// The grounds on which something was indicated, and nobody was told since who can help.
    public List<Ground> unreferred() {
        List<Ground> open = new ArrayList<>();
        screened.forEach((ground, event) -> {
            CareEvent told = referred.get(ground);
            if (event.outcome() == Outcome.INDICATION
                    && (told == null
                            || told.stamp().recordedAt().isBefore(event.stamp().recordedAt()))) {
                open.add(ground);
            }
        });
        return open;
    }

    /// What is missing for this person, or raises an alarm.
    public List<Unmet> unmet() {
        List<Unmet> missing = new ArrayList<>();
        if (lacksGuardian()) {
            missing.add(Unmet.of(KinRule.GUARDIAN));
        }
        unreferred().forEach(ground -> missing.add(Unmet.of(KinRule.REFERRAL, ground.name())));
        age.filter(_ -> mayBeChild())
                .filter(one -> one.daysToMajority(on) <= KinRule.DAYS_BEFORE_MAJORITY)
                .ifPresent(one ->
                        missing.add(
                                Unmet.of(KinRule.MAJORITY, Long.toString(one.daysToMajority(on)))
                                        .by(one.surelyAdultFrom())));
        return missing;
    }

    private static boolean waits(CareEvent event, List<CareEvent> all) {
        return event.kind().needsSecondHand()
                && all.stream()
                        .noneMatch(other ->
                                other.kind() == Kind.CONFIRMED
                                        && event.id().equals(other.of())
                                        && !event.stamp()
                                                .account()
                                                .equals(other.stamp().account()));
    }

    private static List<CareEvent> uncorrected(Collection<CareEvent> happened, AsOf at) {
        List<CareEvent> counted =
                happened.stream()
                        .filter(event -> at.counts(event.stamp().on(), event.stamp().recordedAt()))
                        .sorted(
                                Comparator.comparing((CareEvent event) -> event.stamp().on())
                                        .thenComparing(event -> event.stamp().recordedAt()))
                        .toList();
        Set<UUID> back = new HashSet<>();
        counted.forEach(event -> {
            UUID of = event.of();
            if (of != null && event.kind() == Kind.CORRECTED) {
                back.add(of);
            }
        });
        return counted.stream()
                .filter(event -> event.kind() != Kind.CORRECTED && !back.contains(event.id()))
                .toList();
    }

    private static void put(Map<Ground, CareEvent> by, CareEvent event) {
        Ground ground = event.ground();
        if (ground != null) {
            by.put(ground, event);
        }
    }

    private static Optional<Age> age(@Nullable CareEvent assessed, Collection<PartialDate> births) {
        if (assessed == null) {
            return Age.ofAny(births);
        }
        LocalDate first = assessed.bornFirst();
        LocalDate last = assessed.bornLast();
        return first == null || last == null
                ? Age.ofAny(births)
                : Optional.of(new Age(first, last));
    }

    private static Company company(
            Collection<KinTie> ties, Collection<UUID> known, @Nullable CareEvent said) {
        List<KinRelation> here =
                ties.stream()
                        .filter(tie -> tie.holds() && Boolean.TRUE.equals(tie.samePlace()))
                        .map(tie -> tie.relationFor(known))
                        .toList();
        if (here.stream().anyMatch(KinRelation::isParent)) {
            return Company.WITH_PARENT;
        }
        Company words = said == null ? null : said.said();
        if (!here.isEmpty() && words != Company.WITH_PARENT) {
            return Company.SEPARATED;
        }
        return words == null ? Company.NOT_KNOWN : words;
    }

    private static Guardian guardian(@Nullable CareEvent last) {
        if (last == null) {
            return Guardian.NONE;
        }
        return switch (last.kind()) {
            case GUARDIAN_INTERIM -> Guardian.INTERIM;
            case GUARDIAN_APPOINTED -> Guardian.APPOINTED;
            default -> Guardian.ENDED;
        };
    }
}
