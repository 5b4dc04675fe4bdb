package org.nostos.identity.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.Role;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judgements;
import org.nostos.identity.Split;
import org.nostos.identity.Split.Member;
import org.nostos.identity.Splits;
import org.nostos.identity.Tellings;
import org.nostos.identity.Tellings.Telling;
import org.nostos.identity.ToldOfWrong;
import org.springframework.stereotype.Component;

/// Finds everybody who was told of a person that was not one.
///
/// A file or an export names every person it showed as one. A page of search results names the one who
/// led: whether they stood for others then is worked out from the judgements known at that moment, and
/// only a reviewer was shown it.
@Component
public class ToldOfWrongs {

    private final Tellings tellings;
    private final Judgements judgements;
    private final Splits splits;
    private final EngineRoom engine;

    ToldOfWrongs(Tellings tellings, Judgements judgements, Splits splits, EngineRoom engine) {
        this.tellings = tellings;
        this.judgements = judgements;
        this.splits = splits;
        this.engine = engine;
    }

    /// Whoever was told up to this moment, by name.
    public List<ToldOfWrong> of(Split split, Instant until) {
        Map<UUID, Member> members =
                split.members().stream().collect(Collectors.toMap(Member::person, m -> m));
        JoinedThen joined = new JoinedThen(engine.read(() -> touching(split)));
        Map<UUID, List<Telling>> byAccount = new LinkedHashMap<>();
        for (Telling telling : tellings.of(members.keySet())) {
            if (!telling.at().isAfter(until) && isWrong(telling, members, joined)) {
                byAccount.computeIfAbsent(telling.account(), any -> new ArrayList<>()).add(telling);
            }
        }
        List<ToldOfWrong.Tick> ticks = splits.ticks(split.id());
        return byAccount.values().stream().map(told -> line(told, split, ticks)).toList();
    }

    private static ToldOfWrong line(List<Telling> told, Split split, List<ToldOfWrong.Tick> ticks) {
        Telling last = told.getLast();
        return new ToldOfWrong(
                last.account(),
                last.name(),
                last.party(),
                told.stream().map(Telling::kind).collect(Collectors.toCollection(TreeSet::new)),
                told.size(),
                told.getFirst().at(),
                last.at(),
                tookPart(split, last.account()),
                ticks.stream().filter(tick -> tick.told().equals(last.account())).toList());
    }

    private static boolean tookPart(Split split, UUID account) {
        return split.account().equals(account)
                || split.step(Split.Step.Kind.CARRIED_OUT)
                        .map(step -> step.account().equals(account))
                        .orElse(false);
    }

    private static boolean isWrong(Telling telling, Map<UUID, Member> members, JoinedThen joined) {
        List<Member> shown =
                telling.persons().stream()
                        .map(members::get)
                        .filter(member -> member != null)
                        .toList();
        if (!telling.kind().endsWith(".searched")) {
            return spans(shown);
        }
        return reviews(telling.role())
                && shown.stream().anyMatch(one -> stoodForOthers(one, members, joined, telling));
    }

    private static boolean stoodForOthers(
            Member one, Map<UUID, Member> members, JoinedThen joined, Telling telling) {
        List<UUID> records = members.values().stream().map(Member::record).toList();
        Set<UUID> then = joined.with(one.record(), records, telling.at());
        return spans(members.values().stream().filter(m -> then.contains(m.record())).toList());
    }

    private static boolean spans(Collection<Member> shown) {
        return shown.stream().mapToInt(Member::place).distinct().count() > 1;
    }

    private static boolean reviews(Role role) {
        return role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER;
    }

    /// Every judgement by which the members can ever have been joined, directly or by way of others.
    private List<Judgement> touching(Split split) {
        Map<UUID, Judgement> found = new HashMap<>();
        Set<UUID> asked = new HashSet<>();
        Set<UUID> next = split.members().stream().map(Member::record).collect(Collectors.toSet());
        while (!next.isEmpty()) {
            asked.addAll(next);
            List<Judgement> more = judgements.touching(next);
            more.forEach(judgement -> found.put(judgement.id(), judgement));
            next = new HashSet<>();
            for (Judgement judgement : more) {
                next.add(judgement.pair().left());
                next.add(judgement.pair().right());
            }
            next.removeAll(asked);
        }
        return List.copyOf(found.values());
    }
}
