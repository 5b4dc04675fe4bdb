package org.nostos.legal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.legal.internal.Ages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Everything that the law has against a transfer, and what is known of every bar. Thread-safe.
@Service
@Transactional(readOnly = true)
public class LegalWhyNot {

    private final Bars bars;
    private final CourtOrders orders;
    private final Assurances assurances;
    private final Ages ages;
    private final Reviews reviews;
    private final Wills wills;
    private final Determinations determinations;

    LegalWhyNot(
            Bars bars,
            CourtOrders orders,
            Assurances assurances,
            Ages ages,
            Reviews reviews,
            Wills wills,
            Determinations determinations) {
        this.bars = bars;
        this.orders = orders;
        this.assurances = assurances;
        this.ages = ages;
        this.reviews = reviews;
        this.wills = wills;
        this.determinations = determinations;
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
        List<Unmet> unmet = new ArrayList<>();
        List<StateCode> way = Stream.concat(Stream.of(destination), transit.stream()).toList();
        unmet.addAll(ordered(persons, way, asOf));
        boolean child = ages.mayBeChild(persons, asOf.on());
        Map<StateCode, Map<Ground, Bar>> all = matrix(persons, way, asOf);
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
        unmet.addAll(decided(persons, route, asOf));
        unmet.addAll(wanted(persons, route, destination, child, asOf));
        return unmet;
    }

    /// Every bar of somebody, for these states and all others that something is known of.
    public Map<StateCode, Map<Ground, Bar>> matrix(
            Collection<UUID> persons, Collection<StateCode> states, AsOf asOf) {
        List<BarEvent> events = bars.of(persons);
        List<Assurance.Event> assured = assurances.all();
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
    private List<Unmet> decided(Collection<UUID> persons, Route route, AsOf asOf) {
        List<Unmet> lines = new ArrayList<>();
        boolean reviewed =
                Review.of(reviews.of(persons), asOf).stream()
                        .findFirst()
                        .filter(review -> review.state() == Review.State.FINAL)
                        .isPresent();
        if (!reviewed) {
            lines.add(Unmet.of(LegalRule.REVIEW_FINAL));
        }
        boolean sentenced =
                Proceeding.of(reviews.proceedings(persons), asOf).stream()
                        .anyMatch(Proceeding::imprisonsForGood);
        if (route == Route.SENTENCE_TRANSFER && !sentenced) {
            lines.add(Unmet.of(LegalRule.SENTENCE_FINAL));
        }
        return lines;
    }

    /// What the person must want, and what must be best for a child.
    private List<Unmet> wanted(
            Collection<UUID> persons,
            Route route,
            StateCode destination,
            boolean child,
            AsOf asOf) {
        List<Unmet> lines = new ArrayList<>();
        if (route.needsWill() && !Will.of(wills.of(persons), destination, asOf).wants()) {
            lines.add(Unmet.of(LegalRule.WILL, destination.value()));
        }
        boolean best =
                Determination.of(determinations.of(persons), asOf).stream()
                        .findFirst()
                        .filter(one -> one.sends(destination, asOf.on()))
                        .isPresent();
        if (child && !best) {
            lines.add(Unmet.of(LegalRule.BEST_INTERESTS_DECIDED, destination.value()));
        }
        return lines;
    }

    private List<Unmet> ordered(Collection<UUID> persons, List<StateCode> way, AsOf asOf) {
        List<CourtOrder> standing =
                CourtOrder.of(orders.of(persons), asOf).stream()
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
