package org.nostos.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;

/// Where the nationalities of a person stand, worked out from what happened. Pure.
///
/// A confirmation and a correction carry the day of what they are about: they change what is known of
/// that day, from the moment they were recorded.
public final class NationalityTrack {

    private static final Comparator<NationalityEvent> BY_DAY =
            Comparator.comparing((NationalityEvent event) -> event.stamp().on())
                    .thenComparing(event -> event.stamp().recordedAt());

    private final List<NationalityEvent> counted;
    private final Set<UUID> confirmed = new HashSet<>();
    private final Set<UUID> takenBack = new HashSet<>();

    private NationalityTrack(List<NationalityEvent> counted) {
        this.counted = counted;
        for (NationalityEvent event : counted) {
            if (event.step() == NationalityStep.CONFIRMED && otherHand(event)) {
                confirmed.add(event.of());
            }
        }
        for (NationalityEvent event : counted) {
            if (event.step() == NationalityStep.CORRECTED && (!waits(event))) {
                takenBack.add(event.of());
            }
        }
    }

    /// How it stands with each state of which anybody spoke: verified first, then by the state's code.
    public static List<NationalityStanding> of(
            Collection<NationalityEvent> events,
            Collection<NationalityAllegation> allegations,
            AsOf at) {
        List<NationalityEvent> counted =
                events.stream()
                        .filter(event -> at.counts(event.stamp().on(), event.stamp().recordedAt()))
                        .sorted(BY_DAY)
                        .toList();
        NationalityTrack track = new NationalityTrack(counted);
        TreeMap<StateCode, List<NationalityAllegation>> states = new TreeMap<>();
        counted.forEach(event -> states.computeIfAbsent(event.state(), _ -> new ArrayList<>()));
        for (NationalityAllegation said : allegations) {
            if (said.state() != null) {
                states.computeIfAbsent(said.state(), _ -> new ArrayList<>()).add(said);
            }
        }
        return states.entrySet().stream()
                .flatMap(entry -> track.standing(entry.getKey(), entry.getValue()).stream())
                .sorted(
                        Comparator.comparing(
                                now -> now.status() == NationalityStatus.VERIFIED ? 0 : 1))
                .toList();
    }

    /// Whether every state of which anything is known does not hold the person to be its national. A
    /// state that was not asked or is silent has denied nothing.
    public static boolean atRiskOfStatelessness(Collection<NationalityStanding> standings) {
        List<NationalityStanding> states =
                standings.stream().filter(now -> isState(now.state())).toList();
        return states.isEmpty()
                ? !standings.isEmpty()
                : states.stream().allMatch(now -> now.status().isLost());
    }

    /// Whether the code is a state's, and none for people without one.
    public static boolean isState(StateCode code) {
        return !Set.of("XXA", "XXB", "XXC", "XXX").contains(code.value());
    }

    private Optional<NationalityStanding> standing(
            StateCode state, List<NationalityAllegation> alleged) {
        List<NationalityEvent> mine =
                counted.stream().filter(event -> event.state().equals(state)).toList();
        List<NationalityEvent> stands = mine.stream().filter(this::stands).toList();
        List<NationalityEvent> waiting =
                mine.stream().filter(e -> !takenBack.contains(e.id()) && waits(e)).toList();
        List<NationalityEvent> back =
                mine.stream().filter(event -> takenBack.contains(event.id())).toList();
        List<NationalityEvent> confirming =
                mine.stream()
                        .filter(e -> e.step() == NationalityStep.CONFIRMED && otherHand(e))
                        .toList();
        if (stands.isEmpty() && alleged.isEmpty() && waiting.isEmpty()) {
            return Optional.empty();
        }
        Now now = Now.of(stands);
        LocalDate since =
                now.since() != null
                        ? now.since()
                        : Stream.concat(
                                        alleged.stream().map(NationalityAllegation::asOf),
                                        waiting.stream().map(event -> event.stamp().on()))
                                .min(LocalDate::compareTo)
                                .orElseThrow();
        return Optional.of(
                new NationalityStanding(
                        state, now.status(), since, alleged, stands, waiting, back, confirming));
    }

    private boolean stands(NationalityEvent event) {
        return !event.step().isAboutEvent() && !takenBack.contains(event.id()) && !waits(event);
    }

    /// Whether the event is without effect until somebody else has confirmed it.
    private boolean waits(NationalityEvent event) {
        if (confirmed.contains(event.id())) {
            return false;
        }
        if (event.step() == NationalityStep.CORRECTED) {
            return byId(event.of())
                    .filter(of -> of.step().needsSecondHand() && confirmed.contains(of.id()))
                    .isPresent();
        }
        return event.step().needsSecondHand();
    }

    private boolean otherHand(NationalityEvent confirming) {
        return byId(confirming.of())
                .filter(of -> !of.stamp().account().equals(confirming.stamp().account()))
                .isPresent();
    }

    private Optional<NationalityEvent> byId(@Nullable UUID id) {
        return counted.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    /// A status and the day of the event that makes it so.
    private record Now(NationalityStatus status, @Nullable LocalDate since) {

        static Now of(List<NationalityEvent> stands) {
            NationalityEvent finding = null;
            NationalityEvent process = null;
            for (NationalityEvent event : stands) {
                if (event.step().isFinding()) {
                    finding = event;
                } else if (isProcess(event.step())) {
                    process = event;
                    finding = asksAnew(finding) ? null : finding;
                }
            }
            NationalityEvent decides = finding == null ? process : finding;
            return decides == null
                    ? ofWords(stands)
                    : new Now(
                            NationalityStatus.valueOf(decides.step().name()), decides.stamp().on());
        }

        private static boolean asksAnew(@Nullable NationalityEvent finding) {
            return finding != null && finding.step() == NationalityStep.NOT_ESTABLISHED;
        }

        private static boolean isProcess(NationalityStep step) {
            return step == NationalityStep.VERIFICATION_REQUESTED
                    || step == NationalityStep.INTERVIEW_SCHEDULED
                    || step == NationalityStep.INTERVIEWED;
        }

        private static Now ofWords(List<NationalityEvent> stands) {
            return first(
                            stands,
                            event ->
                                    event.evidence() != null
                                            && event.evidence().grade() != EvidenceGrade.INITIATES,
                            NationalityStatus.PRESUMED)
                    .or(() ->
                            first(
                                    stands,
                                    event -> event.step() == NationalityStep.CLAIMED,
                                    NationalityStatus.CLAIMED))
                    .or(() -> first(stands, _ -> true, NationalityStatus.ALLEGED))
                    .orElse(new Now(NationalityStatus.ALLEGED, null));
        }

        private static Optional<Now> first(
                List<NationalityEvent> stands,
                Predicate<NationalityEvent> wanted,
                NationalityStatus status) {
            return stands.stream()
                    .filter(wanted)
                    .findFirst()
                    .map(event -> new Now(status, event.stamp().on()));
        }
    }
}
