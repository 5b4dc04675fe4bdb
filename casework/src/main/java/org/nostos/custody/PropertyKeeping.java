package org.nostos.custody;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.custody.PropertyContainer.Kind;
import org.nostos.custody.PropertyContainer.Line;
import org.nostos.custody.PropertyContainer.State;
import org.nostos.custody.PropertyContainer.Step;
import org.nostos.custody.internal.Entries;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Property in sealed containers: sealed by one hand, countersigned by another. Thread-safe.
@Service
@Transactional
public class PropertyKeeping {

    private static final int LONGEST_SEAL = 100;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_LINES = 200;
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,4})\\s+(\\S.*)");

    private final Acts acts;
    private final PropertyContainers containers;
    private final CustodyEvents events;
    private final ApplicationEventPublisher publisher;

    PropertyKeeping(
            Acts acts,
            PropertyContainers containers,
            CustodyEvents events,
            ApplicationEventPublisher publisher) {
        this.acts = acts;
        this.containers = containers;
        this.events = events;
        this.publisher = publisher;
    }

    /// The containers of the person known under these ids; part of reading the person.
    @Transactional(readOnly = true)
    public List<PropertyContainer> of(List<UUID> persons) {
        return containers.of(persons);
    }

    /// A sealing, as an officer says it: a line for each kind of thing, with a number before it if there
    /// are several.
    public record Sealing(
            LocalDate on, String seal, String sealedBy, String contents, String source) {
        public Sealing {
            seal = seal.strip();
            sealedBy = sealedBy.strip();
            source = source.strip();
        }

        List<Line> lines() {
            return contents.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .map(Sealing::line)
                    .toList();
        }

        private static Line line(String text) {
            Matcher counted = COUNTED.matcher(text);
            return counted.matches() && !counted.group(1).matches("0+")
                    ? new Line(Integer.parseInt(counted.group(1)), counted.group(2))
                    : new Line(1, text);
        }
    }

    /// Records that a container was sealed; it waits for a second hand.
    public List<Obstacle> seal(List<UUID> persons, Sealing sealing) {
        List<Obstacle> obstacles = lacking(sealing);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        UUID leader = persons.getFirst();
        events.turn(leader);
        if (containers.hasSeal(sealing.seal)) {
            return List.of(Obstacle.of("obstacle.property.seal-used"));
        }
        PropertyContainer container =
                new PropertyContainer(
                        Entries.stamp(leader, sealing.on),
                        sealing.seal,
                        sealing.sealedBy,
                        sealing.lines(),
                        sealing.source,
                        List.of());
        containers.add(container, act("custody.property-sealed", leader, container.id(), null));
        publisher.publishEvent(new CaseChanged(leader));
        return List.of();
    }

    /// What was done with a container, as an officer says it.
    ///
    /// @param seen the latest of the container that the page showed
    public record Handling(
            Kind kind, LocalDate on, String receiver, String reason, @Nullable UUID seen) {
        public Handling {
            receiver = receiver.strip();
            reason = reason.strip();
        }
    }

    /// Records what was done with a container of this person.
    public List<Obstacle> step(List<UUID> persons, UUID container, Handling handling) {
        UUID leader = persons.getFirst();
        events.turn(leader);
        Optional<PropertyContainer> found =
                containers.of(persons).stream().filter(c -> c.id().equals(container)).findFirst();
        if (found.isEmpty()) {
            return List.of(Obstacle.of("obstacle.property.no-container"));
        }
        if (!found.get().last().equals(handling.seen)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        Step step =
                new Step(
                        Entries.stamp(leader, handling.on),
                        handling.kind,
                        handling.receiver,
                        handling.reason);
        List<Obstacle> obstacles = lacking(found.get(), step);
        if (obstacles.isEmpty()) {
            String why = step.reason().isEmpty() ? null : step.reason();
            containers.add(container, step, act(actOf(step.kind()), leader, container, why));
            publisher.publishEvent(new CaseChanged(leader));
        }
        return obstacles;
    }

    private static String actOf(Kind kind) {
        return switch (kind) {
            case COUNTERSIGNED -> "custody.property-countersigned";
            case OPENED -> "custody.property-opened";
            case HANDED_OVER -> "custody.property-handed-over";
        };
    }

    private UUID act(String kind, UUID person, UUID container, @Nullable String why) {
        return acts.record(
                Act.of(kind, Purpose.CASEWORK, Map.of("person", person, "container", container))
                        .withReason(why));
    }

    private static List<Obstacle> lacking(Sealing sealing) {
        List<Obstacle> lacking = roleAndDay(sealing.on);
        if (sealing.seal.isEmpty() || sealing.seal.length() > LONGEST_SEAL) {
            lacking.add(Obstacle.of("obstacle.property.seal"));
        }
        if (sealing.sealedBy.isEmpty() || sealing.sealedBy.length() > LONGEST_NAME) {
            lacking.add(Obstacle.of("obstacle.property.sealed-by"));
        }
        List<Line> lines = sealing.lines();
        if (lines.isEmpty()
                || lines.size() > MOST_LINES
                || lines.stream().anyMatch(line -> line.what().length() > LONGEST_NAME)) {
            lacking.add(Obstacle.of("obstacle.property.contents"));
        }
        if (sealing.source.isEmpty() || sealing.source.length() > Entries.LONGEST_SOURCE) {
            lacking.add(Obstacle.of("obstacle.custody.source"));
        }
        return lacking;
    }

    private static List<Obstacle> lacking(PropertyContainer container, Step step) {
        List<Obstacle> lacking = roleAndDay(step.stamp().on());
        State state = container.state(Entries.EVERYTHING).orElseThrow();
        if (!state.allows(step.kind())) {
            lacking.add(Obstacle.of("obstacle.property.from." + state.name()));
        }
        if (step.stamp().on().isBefore(container.stamp().on())) {
            lacking.add(Obstacle.of("obstacle.property.before"));
        }
        if (step.kind() == Kind.COUNTERSIGNED
                && container.stamp().account().equals(Caller.required().account())) {
            lacking.add(Obstacle.of("obstacle.property.own-hand"));
        }
        if (step.kind() == Kind.HANDED_OVER && step.receiver().isEmpty()
                || step.receiver().length() > LONGEST_NAME) {
            lacking.add(Obstacle.of("obstacle.property.receiver"));
        }
        if (step.kind() == Kind.OPENED && step.reason().isEmpty()
                || step.reason().length() > Entries.LONGEST_TEXT) {
            lacking.add(Obstacle.of("obstacle.custody.reason"));
        }
        return lacking;
    }

    private static List<Obstacle> roleAndDay(LocalDate on) {
        List<Obstacle> lacking = new ArrayList<>();
        if (Caller.required().role() != Role.CASE_OFFICER) {
            lacking.add(Obstacle.of("obstacle.custody.role"));
        }
        if (on.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            lacking.add(Obstacle.of("obstacle.custody.day"));
        }
        return lacking;
    }
}
