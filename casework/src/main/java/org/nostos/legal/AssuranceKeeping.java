package org.nostos.legal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.legal.Assurance.Event;
import org.nostos.legal.Assurance.Kind;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What states assured: asked for, weighed, watched, and broken. Thread-safe.
@Service
@Transactional
public class AssuranceKeeping {

    private static final int LONGEST_REASON = 8000;
    private static final Set<Kind> BY_LAW_ALONE =
            EnumSet.of(Kind.FOUND_SUFFICIENT, Kind.FOUND_INSUFFICIENT, Kind.IN_FORCE, Kind.ENDED);

    private final Acts acts;
    private final Assurances assurances;

    AssuranceKeeping(Acts acts, Assurances assurances) {
        this.acts = acts;
        this.assurances = assurances;
    }

    /// All assurances of all states, the latest asked first.
    @Transactional(readOnly = true)
    public List<Assurance> all() {
        return Assurance.of(assurances.all(), AsOf.now());
    }

    /// Asks a state for an assurance.
    public List<Obstacle> request(
            StateCode by, LocalDate on, String words, @Nullable String source) {
        List<Obstacle> obstacles = words(words, on);
        if (obstacles.isEmpty()) {
            add(UUID.randomUUID(), by, Kind.REQUESTED, on, null, words, source);
        }
        return obstacles;
    }

    /// Takes one of the steps that follow.
    ///
    /// @param seen the last event that the page showed of this assurance
    public List<Obstacle> step(
            UUID assurance,
            Kind kind,
            @Nullable UUID seen,
            LocalDate on,
            @Nullable LocalDate until,
            String words,
            @Nullable String source) {
        Assurance now =
                all().stream()
                        .filter(known -> known.id().equals(assurance))
                        .findFirst()
                        .orElseThrow();
        List<Obstacle> obstacles = new ArrayList<>(words(words, on));
        if (!now.events().getLast().id().equals(seen)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        if (!may(kind, Caller.required().role())) {
            obstacles.add(Obstacle.of("obstacle.legal.role"));
        }
        if (!now.next().contains(kind)) {
            obstacles.add(Obstacle.of("obstacle.legal.step"));
        }
        if (kind == Kind.IN_FORCE && weighedByCaller(now)) {
            obstacles.add(Unmet.of(LegalRule.TWO_HANDS).obstacle());
        }
        if ((kind == Kind.IN_FORCE) != (until != null) || (until != null && until.isBefore(on))) {
            obstacles.add(Obstacle.of("obstacle.legal.until"));
        }
        if (obstacles.isEmpty()) {
            add(assurance, now.by(), kind, on, until, words, source);
        }
        return obstacles;
    }

    /// Whether the role may take such a step at all.
    public static boolean may(Kind kind, Role role) {
        return role == Role.LEGAL_REVIEWER
                || (role == Role.CASE_OFFICER && !BY_LAW_ALONE.contains(kind));
    }

    private static boolean weighedByCaller(Assurance now) {
        UUID me = Caller.required().account();
        return now.events().stream()
                .filter(event -> event.kind() == Kind.FOUND_SUFFICIENT)
                .reduce((_, later) -> later)
                .filter(event -> event.account().equals(me))
                .isPresent();
    }

    private void add(
            UUID assurance,
            StateCode by,
            Kind kind,
            LocalDate on,
            @Nullable LocalDate until,
            String words,
            @Nullable String source) {
        UUID id = UUID.randomUUID();
        String what = "legal.assurance-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        UUID act =
                acts.record(
                        Act.of(what, Purpose.LEGAL_REVIEW, Map.of("assurance", assurance))
                                .withReason(words.strip()));
        Caller caller = Caller.required();
        assurances.add(
                new Event(
                        id,
                        assurance,
                        by,
                        kind,
                        on,
                        until,
                        words.strip(),
                        source == null || source.isBlank() ? null : source.strip(),
                        caller.account(),
                        caller.displayName(),
                        Instant.now()),
                act);
    }

    private static List<Obstacle> words(String words, LocalDate on) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (words.isBlank() || words.strip().length() > LONGEST_REASON) {
            obstacles.add(Obstacle.of("obstacle.legal.reason"));
        }
        if (on.isAfter(LawDesk.today())) {
            obstacles.add(Obstacle.of("obstacle.legal.day-to-come"));
        }
        return obstacles;
    }
}
