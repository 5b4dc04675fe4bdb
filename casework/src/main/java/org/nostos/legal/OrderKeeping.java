package org.nostos.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.legal.CourtOrder.Event;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Orders of courts and treaty bodies: recorded, they block at once. Thread-safe.
@Service
@Transactional
public class OrderKeeping {

    private final LawDesk desk;
    private final CourtOrders orders;

    OrderKeeping(LawDesk desk, CourtOrders orders) {
        this.desk = desk;
        this.orders = orders;
    }

    /// Records an order against a transfer to this state, or against every transfer. It needs nobody's
    /// consent and no look at what the page showed: it blocks.
    public List<Obstacle> record(LawStep step, @Nullable StateCode destination) {
        desk.turn(step);
        List<Obstacle> obstacles = new ArrayList<>(desk.words(step));
        String source = step.source();
        if (source == null) {
            obstacles.add(Obstacle.of("obstacle.legal.order-source"));
        }
        if (!obstacles.isEmpty() || source == null) {
            return obstacles;
        }
        UUID id = UUID.randomUUID();
        UUID act = desk.act("legal.order-recorded", step, id);
        orders.add(
                new Event(LawDesk.stamp(id, step), id, false, destination, step.reason(), source),
                act);
        desk.changed(step);
        return List.of();
    }

    /// Records that the court itself ended its order.
    public List<Obstacle> end(LawStep step, UUID order) {
        desk.turn(step);
        List<Obstacle> obstacles = new ArrayList<>(desk.words(step));
        String source = step.source();
        if (source == null) {
            obstacles.add(Obstacle.of("obstacle.legal.order-source"));
        }
        if (Caller.required().role() != Role.LEGAL_REVIEWER) {
            obstacles.add(Obstacle.of("obstacle.legal.role"));
        }
        boolean stands =
                CourtOrder.of(orders.of(step.persons()), AsOf.now()).stream()
                        .anyMatch(known -> known.id().equals(order) && known.stands());
        if (!stands) {
            obstacles.add(Obstacle.of("obstacle.legal.step"));
        }
        if (!obstacles.isEmpty() || source == null) {
            return obstacles;
        }
        UUID id = UUID.randomUUID();
        UUID act = desk.act("legal.order-ended", step, id);
        orders.add(
                new Event(LawDesk.stamp(id, step), order, true, null, step.reason(), source), act);
        desk.changed(step);
        return List.of();
    }
}
