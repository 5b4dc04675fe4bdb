package org.nostos.transfers.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.Stamp;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.nostos.transfers.TransferEvent;
import org.nostos.transfers.TransferEvent.Said;
import org.nostos.transfers.TransferStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What every step of a transfer has in common: its words, its act, and whose case it changes.
@Component
public class TransferDesk {

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_SOURCE = 500;

    private final Acts acts;
    private final ApplicationEventPublisher events;

    TransferDesk(Acts acts, ApplicationEventPublisher events) {
        this.acts = acts;
        this.events = events;
    }

    /// What stands in the way of any step: the page is out of date, words are too long, the day has not
    /// been.
    public List<Obstacle> against(TransferStep step, @Nullable UUID last, Role... roles) {
        if (last != null && !last.equals(step.seen())) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        return words(step.on(), step.reason(), step.source(), roles);
    }

    /// The same, for a step that builds on nothing that a page showed.
    public List<Obstacle> words(LocalDate on, String reason, String source, Role... roles) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (!List.of(roles).contains(Caller.required().role())) {
            obstacles.add(Obstacle.of("obstacle.transfer.role"));
        }
        if (reason.length() > LONGEST_REASON || source.length() > LONGEST_SOURCE) {
            obstacles.add(Obstacle.of("obstacle.transfer.too-long"));
        }
        if (on.isAfter(today())) {
            obstacles.add(Obstacle.of("obstacle.transfer.day-to-come"));
        }
        return obstacles;
    }

    public UUID act(String kind, UUID transfer, Collection<UUID> persons, @Nullable String reason) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("transfer", transfer);
        if (!persons.isEmpty()) {
            detail.put("persons", List.copyOf(persons));
        }
        return acts.record(
                Act.of("transfers." + kind, Purpose.TRANSFER, detail)
                        .withReason(reason == null || reason.isBlank() ? null : reason));
    }

    /// The act of somebody's papers, on no transfer.
    public UUID act(String kind, UUID person, UUID fact) {
        return acts.record(
                Act.of(
                        "transfers." + kind,
                        Purpose.TRANSFER,
                        Map.of("person", person, "fact", fact)));
    }

    public void read(String kind, UUID transfer, Collection<UUID> persons) {
        acts.record(
                Act.of(
                        "transfers." + kind,
                        Purpose.TRANSFER,
                        Map.of("transfer", transfer, "persons", List.copyOf(persons))));
    }

    public void changed(Collection<UUID> persons) {
        persons.forEach(person -> events.publishEvent(new CaseChanged(person)));
    }

    /// A step that the caller takes now.
    public static TransferEvent event(TransferStep step, TransferEvent.Kind kind, Said said) {
        Caller caller = Caller.required();
        return new TransferEvent(
                UUID.randomUUID(),
                step.transfer(),
                kind,
                step.on(),
                said,
                step.reason(),
                step.source(),
                caller.account(),
                caller.displayName(),
                Instant.now());
    }

    public static Stamp stamp(UUID id, UUID person, LocalDate on) {
        Caller caller = Caller.required();
        return new Stamp(id, person, on, Instant.now(), caller.account(), caller.displayName());
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /// Today, with all that is known.
    public static AsOf now() {
        return AsOf.now();
    }

    /// A day to come or today, with all that is known now.
    public static AsOf on(LocalDate day) {
        return new AsOf(day.isBefore(today()) ? today() : day, AsOf.now().known());
    }
}
