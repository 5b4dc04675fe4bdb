package org.nostos.legal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyEvents;
import org.nostos.legal.internal.Ages;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.KnownAs;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Everything that the law has against a transfer, and what is known of every bar. Thread-safe.
@Service
@Transactional(readOnly = true)
public class LegalWhyNot {

    private final Bars bars;
    private final CourtOrders orders;
    private final Assurances assurances;
    private final Persons persons;
    private final Records records;
    private final Reviews reviews;
    private final Wills wills;
    private final Determinations determinations;
    private final Rehabilitations stays;
    private final CustodyEvents custody;

    LegalWhyNot(
            Bars bars,
            CourtOrders orders,
            Assurances assurances,
            Persons persons,
            Records records,
            Reviews reviews,
            Wills wills,
            Determinations determinations,
            Rehabilitations stays,
            CustodyEvents custody) {
        this.bars = bars;
        this.orders = orders;
        this.assurances = assurances;
        this.persons = persons;
        this.records = records;
        this.reviews = reviews;
        this.wills = wills;
        this.determinations = determinations;
        this.stays = stays;
        this.custody = custody;
    }

    /// What the law of these people's cases rests on, by the leader.
    ///
    /// @param people each as the persons who are one, the leader first
    public Map<UUID, LawFile> readEach(Collection<List<Person>> people) {
        KnownAs known = new KnownAs(people);
        List<UUID> ids = known.ids();
        Map<UUID, List<BarEvent>> barred = known.share(bars.of(ids), e -> e.stamp().person());
        Map<UUID, List<CourtOrder.Event>> ordered =
                known.share(orders.of(ids), e -> e.stamp().person());
        Map<UUID, List<ReviewEvent>> reviewed =
                known.share(reviews.of(ids), e -> e.stamp().person());
        Map<UUID, List<Proceeding.Event>> tried =
                known.share(reviews.proceedings(ids), e -> e.stamp().person());
        Map<UUID, List<Will.Event>> wanted = known.share(wills.of(ids), e -> e.stamp().person());
        Map<UUID, List<Determination.Event>> determined =
                known.share(determinations.of(ids), e -> e.stamp().person());
        Map<UUID, List<Rehabilitation.Event>> sent =
                known.share(stays.of(ids), e -> e.stamp().person());
        Map<UUID, List<CustodyEvent>> held = known.share(custody.of(ids), e -> e.stamp().person());
        Map<UUID, List<AcceptedRecord>> said =
                known.ofRecords(records.byIds(known.records()), AcceptedRecord::id);
        List<Assurance.Event> assured = assurances.all();
        Map<UUID, LawFile> files = new HashMap<>();
        for (List<Person> one : people) {
            UUID leader = one.getFirst().id();
            files.put(
                    leader,
                    new LawFile(
                            barred.getOrDefault(leader, List.of()),
                            ordered.getOrDefault(leader, List.of()),
                            assured,
                            reviewed.getOrDefault(leader, List.of()),
                            tried.getOrDefault(leader, List.of()),
                            wanted.getOrDefault(leader, List.of()),
                            determined.getOrDefault(leader, List.of()),
                            sent.getOrDefault(leader, List.of()),
                            held.getOrDefault(leader, List.of()),
                            Ages.births(said.getOrDefault(leader, List.of()))));
        }
        return files;
    }

    /// What the law of one case rests on.
    ///
    /// @param known who is one person, the leader first
    public LawFile read(Collection<UUID> known) {
        Map<UUID, Person> found =
                persons.byIds(known).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        List<Person> one = known.stream().map(found::get).filter(Objects::nonNull).toList();
        return one.isEmpty()
                ? new LawFile(
                        List.of(),
                        List.of(),
                        assurances.all(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                : Objects.requireNonNull(readEach(List.of(one)).get(one.getFirst().id()));
    }

    /// What is missing before this person may be moved on this road: every line, or none.
    ///
    /// @param persons who is one person, the leader first
    public List<Unmet> against(
            Collection<UUID> persons,
            Route route,
            StateCode destination,
            List<StateCode> transit,
            AsOf asOf) {
        return against(read(persons), route, destination, transit, asOf);
    }

    /// The same of what was read before. Pure.
    public static List<Unmet> against(
            LawFile known, Route route, StateCode destination, List<StateCode> transit, AsOf asOf) {
        List<Unmet> unmet = new ArrayList<>();
        List<StateCode> way = Stream.concat(Stream.of(destination), transit.stream()).toList();
        unmet.addAll(ordered(known, way, asOf));
        boolean child = known.mayBeChild(asOf.on());
        Map<StateCode, Map<Ground, Bar>> all = matrix(known, way, asOf);
        all.forEach((state, row) -> {
            Set<Ground> asked = state.equals(destination) ? route.grounds() : route.onTheWay();
            List<Bar> open =
                    row.values().stream()
                            .filter(bar -> asked.contains(bar.ground()))
                            .filter(bar -> child || bar.ground() != Ground.BEST_INTERESTS)
                            .filter(bar -> !bar.passes())
                            .toList();
            open.forEach(bar -> unmet.add(Unmet.of(bar.ground().rule(), state.value())));
            unmet.addAll(how(state, open));
        });
        unmet.addAll(decided(known, route, asOf));
        unmet.addAll(RehabilitationClocks.againstGoing(known, asOf));
        unmet.addAll(wanted(known, route, destination, child, asOf));
        return unmet;
    }

    /// Every bar of somebody, for these states and all others that something is known of.
    public Map<StateCode, Map<Ground, Bar>> matrix(
            Collection<UUID> persons, Collection<StateCode> states, AsOf asOf) {
        return matrix(bars.of(persons), assurances.all(), states, asOf);
    }

    /// The same of what was read before. Pure.
    public static Map<StateCode, Map<Ground, Bar>> matrix(
            LawFile known, Collection<StateCode> states, AsOf asOf) {
        return matrix(known.bars(), known.assured(), states, asOf);
    }

    private static Map<StateCode, Map<Ground, Bar>> matrix(
            List<BarEvent> events,
            List<Assurance.Event> assured,
            Collection<StateCode> states,
            AsOf asOf) {
        Map<StateCode, Map<Ground, Bar>> matrix = new LinkedHashMap<>();
        for (StateCode state : states) {
            List<Instant> breaches = Assurance.breaches(assured, state, asOf);
            Map<Ground, Bar> row = new EnumMap<>(Ground.class);
            for (Ground ground : Ground.values()) {
                row.put(ground, Bar.of(state, ground, events, breaches, asOf));
            }
            matrix.put(state, row);
        }
        return matrix;
    }

    /// What reviews and courts must have come to first.
    private static List<Unmet> decided(LawFile known, Route route, AsOf asOf) {
        List<Unmet> lines = new ArrayList<>();
        boolean reviewed =
                Review.of(known.reviews(), asOf).stream()
                        .findFirst()
                        .filter(review -> review.state() == Review.State.FINAL)
                        .isPresent();
        if (!reviewed) {
            lines.add(Unmet.of(LegalRule.REVIEW_FINAL));
        }
        if (route == Route.SENTENCE_TRANSFER) {
            Sentences.againstTransfer(known, asOf).ifPresent(lines::add);
        }
        return lines;
    }

    /// What the person must want, and what must be best for a child.
    private static List<Unmet> wanted(
            LawFile known, Route route, StateCode destination, boolean child, AsOf asOf) {
        List<Unmet> lines = new ArrayList<>();
        if (route.needsWill() && !Will.of(known.wills(), destination, asOf).wants()) {
            lines.add(Unmet.of(LegalRule.WILL, destination.value()));
        }
        boolean best =
                Determination.of(known.determinations(), asOf).stream()
                        .findFirst()
                        .filter(one -> one.sends(destination, asOf.on()))
                        .isPresent();
        if (child && !best) {
            lines.add(Unmet.of(LegalRule.BEST_INTERESTS_DECIDED, destination.value()));
        }
        return lines;
    }

    private static List<Unmet> ordered(LawFile known, List<StateCode> way, AsOf asOf) {
        List<CourtOrder> standing =
                CourtOrder.of(known.orders(), asOf).stream()
                        .filter(order -> way.stream().anyMatch(order::forbids))
                        .toList();
        return standing.stream()
                .map(order -> Unmet.of(LegalRule.COURT_ORDER, order.made().stamp().on().toString()))
                .toList();
    }

    /// Who must act, once for each state: a bar that was found, an appeal, a day that is over.
    private static List<Unmet> how(StateCode state, List<Bar> open) {
        List<Unmet> lines = new ArrayList<>();
        if (open.stream().anyMatch(Bar::found)) {
            lines.add(Unmet.of(LegalRule.LIFT, state.value()));
        }
        if (open.stream().anyMatch(bar -> bar.state() == Bar.State.APPEALED)) {
            lines.add(Unmet.of(LegalRule.APPEAL_PENDING, state.value()));
        }
        open.stream()
                .filter(bar -> bar.state() == Bar.State.STALE || bar.state() == Bar.State.DOUBTED)
                .map(bar -> bar.until() == null ? LocalDate.MAX : bar.until())
                .min(LocalDate::compareTo)
                .ifPresent(day -> lines.add(stale(state, day)));
        return lines;
    }

    private static Unmet stale(StateCode state, LocalDate day) {
        Unmet line = Unmet.of(LegalRule.STALE, state.value());
        return day.equals(LocalDate.MAX) ? line : line.by(day);
    }
}
