package org.nostos.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.Stamp;
import org.nostos.basics.Unmet;
import org.nostos.evidence.EvidenceEvent.Kind;
import org.nostos.evidence.EvidenceItem.About;
import org.nostos.evidence.EvidenceItem.Compartment;
import org.nostos.evidence.internal.Lacking;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Steps on items of evidence: registered, linked to persons, handed on, questioned, relied on.
/// Thread-safe.
@Service
@Transactional
public class EvidenceKeeping {

    private final Acts acts;
    private final EvidenceItems items;
    private final ApplicationEventPublisher publisher;

    EvidenceKeeping(Acts acts, EvidenceItems items, ApplicationEventPublisher publisher) {
        this.acts = acts;
        this.items = items;
        this.publisher = publisher;
    }

    /// Registers an item that speaks of the person known under these ids.
    public List<Obstacle> register(List<UUID> persons, About about, String why) {
        List<Obstacle> obstacles = new ArrayList<>(Lacking.of(about));
        obstacles.addAll(Lacking.words(about.obtained(), why.strip()));
        if (about.compartment() == Compartment.LAW && role() != Role.LEGAL_REVIEWER) {
            obstacles.add(Obstacle.of("obstacle.legal.role"));
        }
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        UUID item = UUID.randomUUID();
        items.add(item, about, act("evidence.registered", item, why));
        return link(item, persons, about.obtained(), why);
    }

    /// Says that the item of this number speaks of the person as well.
    public List<Obstacle> link(long number, List<UUID> persons, LocalDate on, String why) {
        Optional<EvidenceItem> item = items.byNumber(number);
        if (item.isEmpty()) {
            return List.of(Obstacle.of("obstacle.evidence.no-item"));
        }
        items.turn(item.get().id());
        boolean linked =
                Links.of(items.linksOf(persons), Links.NOW).items().contains(item.get().id());
        if (linked) {
            return List.of(Obstacle.of("obstacle.evidence.linked"));
        }
        return link(item.get().id(), persons, on, why);
    }

    private List<Obstacle> link(UUID item, List<UUID> persons, LocalDate on, String why) {
        return link(item, persons, on, why, false);
    }

    /// Says that the item does not speak of the person after all.
    public List<Obstacle> unlink(UUID item, List<UUID> persons, LocalDate on, String why) {
        items.turn(item);
        if (!Links.of(items.linksOf(persons), Links.NOW).items().contains(item)) {
            return List.of(Obstacle.of("obstacle.evidence.no-item"));
        }
        return link(item, persons, on, why, true);
    }

    private List<Obstacle> link(
            UUID item, List<UUID> persons, LocalDate on, String why, boolean ends) {
        List<Obstacle> obstacles = Lacking.words(on, why.strip());
        if (obstacles.isEmpty()) {
            UUID leader = persons.getFirst();
            Caller caller = Caller.required();
            Stamp stamp =
                    new Stamp(
                            UUID.randomUUID(),
                            leader,
                            on,
                            Instant.now(),
                            caller.account(),
                            caller.displayName());
            UUID act =
                    acts.record(
                            Act.of(
                                            ends ? "evidence.unlinked" : "evidence.linked",
                                            Purpose.CASEWORK,
                                            Map.of("item", item, "person", leader))
                                    .withReason(why.strip()));
            items.add(new EvidenceLink(stamp, item, ends, why.strip()), act);
            publisher.publishEvent(new CaseChanged(leader));
        }
        return obstacles;
    }

    /// Records what happened to an item, or what was decided about it.
    public List<Obstacle> step(UUID item, EvidenceStep step) {
        items.turn(item);
        Optional<EvidenceItem> found = items.byId(item);
        if (found.isEmpty()) {
            return List.of(Obstacle.of("obstacle.evidence.no-item"));
        }
        if (!Objects.equals(found.get().last(), step.seen())) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        List<Obstacle> obstacles = new ArrayList<>(Lacking.of(step));
        EvidenceStanding now = EvidenceStanding.of(found.get(), Links.NOW);
        obstacles.addAll(against(now, step));
        if (obstacles.isEmpty()) {
            UUID act = act(actOf(step.kind()), item, step.reason());
            items.add(event(item, step), act);
            items.linksTo(item).stream()
                    .map(link -> link.stamp().person())
                    .distinct()
                    .forEach(person -> publisher.publishEvent(new CaseChanged(person)));
        }
        return obstacles;
    }

    private static List<Obstacle> against(EvidenceStanding now, EvidenceStep step) {
        if (!may(step.kind(), role())) {
            return List.of(Obstacle.of("obstacle.legal.role"));
        }
        List<Unmet> unmet =
                switch (step.kind()) {
                    case RELIED_ON -> now.againstUse();
                    case DISCLOSED -> now.againstListing(Recipient.DEFENCE);
                    case DISMISSED ->
                            Caller.required().account().equals(now.proposer())
                                    ? List.of(Unmet.of(EvidenceRule.TWO_HANDS))
                                    : List.of();
                    default -> List.of();
                };
        if (!unmet.isEmpty()) {
            return unmet.stream().map(Unmet::obstacle).toList();
        }
        return now.next().contains(step.kind())
                ? List.of()
                : List.of(Obstacle.of("obstacle.legal.step"));
    }

    /// Whether somebody in this role may record it. Counsel says that an item was obtained by torture.
    public static boolean may(Kind kind, Role role) {
        return switch (role) {
            case LEGAL_REVIEWER -> true;
            case CASE_OFFICER -> !kind.isOfTheLaw();
            case COUNSEL -> kind == Kind.ALLEGED;
            default -> false;
        };
    }

    private static String actOf(Kind kind) {
        return switch (kind) {
            case HANDED -> "evidence.handed-on";
            case LOST -> "evidence.lost";
            case CONSENTED -> "evidence.consented";
            case CONSENT_WITHDRAWN -> "evidence.consent-withdrawn";
            case ALLEGED -> "evidence.coercion-alleged";
            case ESTABLISHED -> "evidence.coercion-established";
            case DISMISSAL_PROPOSED -> "evidence.dismissal-proposed";
            case DISMISSED -> "evidence.allegation-dismissed";
            case DISCLOSED -> "evidence.disclosed";
            case RELIED_ON -> "evidence.relied-on";
            case NOT_RELIED_ON -> "evidence.not-relied-on";
        };
    }

    private static EvidenceEvent event(UUID item, EvidenceStep step) {
        Caller caller = Caller.required();
        boolean consent = step.kind() == Kind.CONSENTED || step.kind() == Kind.CONSENT_WITHDRAWN;
        boolean use = step.kind() == Kind.RELIED_ON || step.kind() == Kind.NOT_RELIED_ON;
        return new EvidenceEvent(
                UUID.randomUUID(),
                item,
                step.kind(),
                step.on(),
                consent ? step.recipient() : null,
                use ? step.use() : null,
                step.kind() == Kind.HANDED ? step.hands() : null,
                step.reason(),
                step.source(),
                Instant.now(),
                caller.account(),
                caller.displayName());
    }

    private UUID act(String kind, UUID item, String why) {
        return acts.record(
                Act.of(kind, Purpose.CASEWORK, Map.of("item", item)).withReason(why.strip()));
    }

    private static Role role() {
        return Caller.required().role();
    }
}
