package org.nostos.demo;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.Instance;
import org.nostos.basics.AsOf;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseLists;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.PropertyKeeping;
import org.nostos.evidence.Evidence;
import org.nostos.identity.Nationalities;
import org.nostos.legal.Assurance;
import org.nostos.legal.AssuranceKeeping;
import org.nostos.legal.Assurances;
import org.nostos.legal.Bar;
import org.nostos.legal.BarEvent;
import org.nostos.legal.BestInterests;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.Proceeding;
import org.nostos.legal.ProceedingKeeping;
import org.nostos.legal.ReviewKeeping;
import org.nostos.legal.Will;
import org.nostos.registry.Kin;
import org.nostos.registry.KinTie;
import org.nostos.registry.Person;
import org.nostos.registry.WhoIsOne;
import org.nostos.requests.Answers;
import org.nostos.requests.Disclosing;
import org.nostos.requests.NoteKeeping;
import org.nostos.transfers.TransferReading;

/// Collects the states that the tracks of all cases of an instance are in, by the name of each enum.
final class EveryState {

    private final Instance instance;
    private final AsOf now = AsOf.now();
    private final Map<Class<?>, Set<Enum<?>>> seen = new HashMap<>();

    EveryState(Instance instance) {
        this.instance = instance;
    }

    /// The values of this enum that occur nowhere.
    <E extends Enum<E>> Set<String> missing(Class<E> states) {
        Set<Enum<?>> found = seen.getOrDefault(states, Set.of());
        return Arrays.stream(states.getEnumConstants())
                .filter(state -> !found.contains(state))
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Looks at every case, as the caller in a transaction.
    void look() {
        instance.bean(CaseBoards.class)
                .page(CaseLists.Wanted.ALL, CaseLists.Order.NUMBER, false, 0, 1_000)
                .forEach(line -> {
                    List<UUID> ids =
                            instance.bean(WhoIsOne.class).with(line.line().person()).stream()
                                    .map(Person::id)
                                    .toList();
                    law(ids);
                    others(ids);
                });
        instance.bean(AssuranceKeeping.class).all().forEach(one -> add(one.state()));
        instance.bean(NoteKeeping.class).all(null).forEach(line -> add(line.standing().state()));
        transfers();
    }

    private void transfers() {
        TransferReading reading = instance.bean(TransferReading.class);
        for (TransferReading.Line line : reading.latest(100)) {
            add(line.standing().state());
            reading.file(line.transfer().id()).orElseThrow().rows().stream()
                    .map(row -> row.passenger().standing().state())
                    .forEach(this::add);
        }
    }

    private void law(List<UUID> ids) {
        instance.bean(ReviewKeeping.class)
                .all(ids, now)
                .forEach(review -> {
                    add(review.state());
                    if (review.outcome() != null) {
                        add(review.outcome());
                    }
                });
        for (Proceeding one : instance.bean(ProceedingKeeping.class).all(ids, now)) {
            add(one.state());
            if (one.sentence() != null) {
                add(one.sentence());
            }
        }
        bars(ids);
        CaseLaw law = instance.bean(CaseLaw.class);
        law.wills(ids).stream()
                .map(Will.Event::destination)
                .distinct()
                .forEach(state -> add(Will.of(law.wills(ids), state, now).state()));
        instance.bean(BestInterests.class).all(ids, now).forEach(one -> add(one.state()));
    }

    private void bars(List<UUID> ids) {
        CaseLaw.Known known = instance.bean(CaseLaw.class).of(ids);
        List<Assurance.Event> assurances = instance.bean(Assurances.class).all();
        for (BarEvent event : known.bars()) {
            add(
                    Bar.of(
                                    event.destination(),
                                    event.ground(),
                                    known.bars(),
                                    Assurance.breaches(assurances, event.destination(), now),
                                    now)
                            .state());
        }
    }

    private void others(List<UUID> ids) {
        instance.bean(Nationalities.class)
                .of(ids, now)
                .standings()
                .forEach(one -> add(one.status()));
        Kin kin = instance.bean(Kin.class);
        kin.of(ids, now).ties().stream().map(KinTie::standing).forEach(this::add);
        add(kin.of(ids, now).care().guardian());
        add(kin.of(ids, now).care().company());
        add(instance.bean(CustodyKeeping.class).track(ids, now).status());
        instance.bean(PropertyKeeping.class)
                .of(ids)
                .forEach(one -> one.state(now).ifPresent(this::add));
        instance.bean(Evidence.class).of(ids, now).forEach(line -> add(line.standing().coercion()));
        instance.bean(Answers.class).of(ids, now).forEach(one -> add(one.answer().state()));
        instance.bean(Disclosing.class).of(ids).forEach(line -> add(line.state()));
    }

    private void add(Enum<?> state) {
        seen.computeIfAbsent(state.getDeclaringClass(), _ -> new HashSet<>()).add(state);
    }

    /// What of these is missing that nobody expects to be.
    static Set<String> but(Collection<String> missing, String... expected) {
        Set<String> rest = new TreeSet<>(missing);
        Arrays.asList(expected).forEach(rest::remove);
        return rest;
    }
}
