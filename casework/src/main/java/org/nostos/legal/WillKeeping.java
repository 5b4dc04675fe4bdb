package org.nostos.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.legal.Will.Event;
import org.nostos.legal.Will.Kind;
import org.nostos.legal.internal.LawDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what somebody was told, and what they want. Thread-safe.
@Service
@Transactional
public class WillKeeping {

    private final LawDesk desk;
    private final Wills wills;

    WillKeeping(LawDesk desk, Wills wills) {
        this.desk = desk;
        this.wills = wills;
    }

    /// How it was said: the language, who interpreted, who was there.
    public record How(String language, @Nullable String interpreter, @Nullable String witness) {}

    /// They were told what going there means.
    public List<Obstacle> inform(LawStep step, StateCode destination, How how) {
        return take(step, destination, Kind.INFORMED, how);
    }

    public List<Obstacle> consent(LawStep step, StateCode destination, How how) {
        return take(step, destination, Kind.CONSENTS, how);
    }

    public List<Obstacle> object(LawStep step, StateCode destination, How how) {
        return take(step, destination, Kind.OBJECTS, how);
    }

    public List<Obstacle> leaveOpen(LawStep step, StateCode destination, How how) {
        return take(step, destination, Kind.UNDECIDED, how);
    }

    /// They said again that they want to go, shortly before it.
    public List<Obstacle> reconfirm(LawStep step, StateCode destination, How how) {
        return take(step, destination, Kind.RECONFIRMED, how);
    }

    /// They take back that they want to go.
    public List<Obstacle> withdraw(LawStep step, StateCode destination, How how) {
        return take(step, destination, Kind.WITHDRAWN, how);
    }

    private List<Obstacle> take(LawStep step, StateCode destination, Kind kind, How how) {
        desk.turn(step);
        List<Event> events = wills.of(step.persons());
        Will now = Will.of(events, destination, AsOf.now());
        Event last = now.last();
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, last == null ? null : last.stamp().id()));
        if (!now.next().contains(kind)) {
            obstacles.add(Obstacle.of("obstacle.legal.step"));
        }
        if (how.language.isBlank()) {
            obstacles.add(Obstacle.of("obstacle.legal.language"));
        }
        boolean witnessed = how.witness != null && !how.witness.isBlank();
        if ((kind == Kind.CONSENTS || kind == Kind.RECONFIRMED) && !witnessed) {
            obstacles.add(Obstacle.of("obstacle.legal.witness"));
        }
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            String act = "legal.will-" + kind.name().toLowerCase(Locale.ROOT);
            wills.add(
                    new Event(
                            LawDesk.stamp(id, step),
                            destination,
                            kind,
                            how.language.strip(),
                            text(how.interpreter),
                            text(how.witness),
                            step.reason(),
                            step.source()),
                    desk.act(act, step, id));
            desk.changed(step);
        }
        return obstacles;
    }

    private static @Nullable String text(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}
