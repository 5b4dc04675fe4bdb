package org.nostos.legal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.legal.Mandate.Client;
import org.nostos.legal.Mandate.Counsel;
import org.nostos.legal.Mandate.Event;
import org.nostos.legal.internal.LawDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Counsel: who represents whom, and what counsel sees of its clients. Thread-safe.
@Service
@Transactional
public class Representation {

    private final LawDesk desk;
    private final Acts acts;
    private final Mandates mandates;
    private final Bars bars;
    private final CourtOrders orders;
    private final Reviews reviews;
    private final Assurances assurances;
    private final Rehabilitations stays;

    Representation(
            LawDesk desk,
            Acts acts,
            Mandates mandates,
            Bars bars,
            CourtOrders orders,
            Reviews reviews,
            Assurances assurances,
            Rehabilitations stays) {
        this.desk = desk;
        this.acts = acts;
        this.mandates = mandates;
        this.bars = bars;
        this.orders = orders;
        this.reviews = reviews;
        this.assurances = assurances;
        this.stays = stays;
    }

    /// What counsel sees of a client's case.
    public record ClientFile(
            Client client,
            List<Review> reviews,
            List<Rehabilitation> stays,
            List<Proceeding> proceedings,
            List<Bar> bars,
            List<BarEvent> barEvents,
            List<CourtOrder> orders) {
        public ClientFile {
            reviews = List.copyOf(reviews);
            stays = List.copyOf(stays);
            proceedings = List.copyOf(proceedings);
            bars = List.copyOf(bars);
            barEvents = List.copyOf(barEvents);
            orders = List.copyOf(orders);
        }
    }

    /// The counsel whose mandate stands.
    @Transactional(readOnly = true)
    public List<Mandate> of(Collection<UUID> persons, AsOf asOf) {
        return Mandate.of(mandates.of(persons), asOf);
    }

    /// Everybody who can be appointed.
    @Transactional(readOnly = true)
    public List<Counsel> counsels() {
        return mandates.counsels();
    }

    public List<Obstacle> appoint(LawStep step, UUID counsel) {
        return take(step, counsel, false);
    }

    public List<Obstacle> end(LawStep step, UUID counsel) {
        return take(step, counsel, true);
    }

    private List<Obstacle> take(LawStep step, UUID counsel, boolean ends) {
        desk.turn(step);
        List<Obstacle> obstacles = new ArrayList<>(desk.words(step));
        Optional<Mandate> standing =
                of(step.persons(), AsOf.now()).stream()
                        .filter(mandate -> mandate.counsel().equals(counsel))
                        .findFirst();
        Optional<Counsel> known =
                mandates.counsels().stream()
                        .filter(one -> one.account().equals(counsel))
                        .findFirst();
        if (standing.isPresent() != ends || known.isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.legal.step"));
        }
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            UUID act = desk.act(ends ? "legal.counsel-ended" : "legal.counsel-appointed", step, id);
            mandates.add(
                    new Event(
                            stamp(id, step, standing.orElse(null)),
                            counsel,
                            known.orElseThrow().name(),
                            ends,
                            step.reason(),
                            step.source()),
                    act);
            desk.changed(step);
        }
        return obstacles;
    }

    /// A mandate ends for the person for whom it was given, whoever leads by now.
    private static Stamp stamp(UUID id, LawStep step, @Nullable Mandate ending) {
        Stamp now = LawDesk.stamp(id, step);
        UUID person = ending == null ? now.person() : ending.appointed().stamp().person();
        return new Stamp(id, person, now.on(), now.recordedAt(), now.account(), now.by());
    }

    /// Whom the caller represents.
    @Transactional(readOnly = true)
    public List<Client> clients() {
        return mandates.clients();
    }

    /// The case of one of the caller's clients; nothing of anybody else. Reading it is an act.
    public Optional<ClientFile> client(UUID person) {
        return mandates.clients().stream()
                .filter(client -> client.persons().contains(person))
                .findFirst()
                .map(this::read);
    }

    private ClientFile read(Client client) {
        acts.record(
                Act.of(
                        "legal.client-read",
                        Purpose.REPRESENTATION,
                        Map.of("person", client.person(), "persons", client.persons())));
        AsOf now = AsOf.now();
        List<BarEvent> events = bars.of(client.persons());
        return new ClientFile(
                client,
                Review.of(reviews.of(client.persons()), now),
                Rehabilitation.of(stays.of(client.persons()), now),
                Proceeding.of(reviews.proceedings(client.persons()), now),
                bars(events, now),
                events,
                CourtOrder.of(orders.of(client.persons()), now));
    }

    /// Every bar that something was said of.
    private List<Bar> bars(List<BarEvent> events, AsOf now) {
        List<Assurance.Event> assured = assurances.all();
        return events.stream()
                .map(event -> new Place(event.destination(), event.ground()))
                .distinct()
                .map(place -> {
                    List<Instant> breaches = Assurance.breaches(assured, place.state, now);
                    return Bar.of(place.state, place.ground, events, breaches, now);
                })
                .toList();
    }

    private record Place(StateCode state, Ground ground) {}
}
