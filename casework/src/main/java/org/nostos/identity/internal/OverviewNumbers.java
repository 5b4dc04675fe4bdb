package org.nostos.identity.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.nostos.identity.Judgements;
import org.nostos.identity.LinkingProgress;
import org.nostos.identity.Overview;
import org.nostos.identity.Overview.AgeBand;
import org.nostos.identity.Overview.AgeCount;
import org.nostos.identity.Overview.Counts;
import org.nostos.identity.Overview.ListCount;
import org.nostos.identity.Overview.Waiting;
import org.nostos.identity.Overview.Work;
import org.nostos.identity.Overviews;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposals;
import org.nostos.identity.Tallies;
import org.nostos.identity.Tallies.AgeTally;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts for the overview: for the committee and monitors as the engine sees the house, for any
/// other party as it sees itself. The numbers of now are kept until something changes; where there are
/// many records, they are shown as they were a moment ago while they are counted anew. Thread-safe.
@Service
class OverviewNumbers implements Overviews {

    private static final double LIKELY = 0.95;

    /// Counting so many records again is done behind the page.
    private static final long MANY = 20_000;

    private static final UUID EVERYBODY = new UUID(0, 0);

    private final EngineRoom engine;
    private final TransactionTemplate transaction;
    private final Tallies tallies;
    private final Judgements judgements;
    private final Proposals proposals;
    private final WrittenNationalities nationalities;
    private final LinkingWorker worker;
    private volatile @Nullable Kept kept;

    private final Recounted<Asked, Overview> recounted =
            new Recounted<>(overview -> overview.counts().records() > MANY);

    private record Kept(String mark, LocalDate day, Overview overview) {}

    /// Whose numbers, and of which day.
    private record Asked(UUID party, LocalDate day) {}

    OverviewNumbers(
            EngineRoom engine,
            TransactionTemplate transaction,
            Tallies tallies,
            Judgements judgements,
            Proposals proposals,
            WrittenNationalities nationalities,
            LinkingWorker worker) {
        this.engine = engine;
        this.transaction = transaction;
        this.tallies = tallies;
        this.judgements = judgements;
        this.proposals = proposals;
        this.nationalities = nationalities;
        this.worker = worker;
    }

    @Override
    public Overview at(Instant held, Instant known) {
        Caller caller = Caller.required();
        if (caller.role() == Role.ADMINISTRATOR || caller.role() == Role.ANALYST) {
            return NOTHING;
        }
        Instant now = Instant.now();
        LocalDate day = held.minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate();
        boolean isNow = !known.isBefore(now.minusSeconds(60)) && !day.isBefore(today());
        if (caller.partyKind() != PartyKind.COORDINATING_COMMITTEE
                && caller.partyKind() != PartyKind.MONITOR) {
            return own(caller, day, known, isNow);
        }
        Overview all = isNow ? keptOrCounted(day) : engine.read(() -> counted(day, known, false));
        Overview withWork = with(all, work());
        return caller.partyKind() == PartyKind.MONITOR ? withWork.withoutSmallCells() : withWork;
    }

    private static final Overview NOTHING =
            new Overview(
                    new Counts(0, 0, 0),
                    new Waiting(0, 0, 0),
                    List.of(),
                    List.of(),
                    0,
                    List.of(),
                    List.of());

    /// A party's own numbers: those of now are its alone, those of another day are counted each time.
    private Overview own(Caller caller, LocalDate day, Instant known, boolean isNow) {
        Supplier<Overview> count =
                () ->
                        caller.call(() -> {
                            Overview own =
                                    transaction.execute(status -> counted(day, known, false));
                            return own == null ? NOTHING : own;
                        });
        return isNow ? recounted.get(new Asked(caller.party(), day), count) : count.get();
    }

    private Overview keptOrCounted(LocalDate day) {
        String mark = engine.read(tallies::mark);
        Kept before = kept;
        return before != null && before.mark.equals(mark) && before.day.equals(day)
                ? before.overview
                : recounted.get(
                        new Asked(EVERYBODY, day),
                        () ->
                                engine.read(() -> {
                                    Overview fresh = counted(day, Instant.now(), true);
                                    kept = new Kept(mark, day, fresh);
                                    return fresh;
                                }));
    }

    private Overview counted(LocalDate day, Instant known, boolean asProjected) {
        JudgedPairs all =
                asProjected ? JudgedPairs.now(judgements) : JudgedPairs.asKnown(judgements, known);
        Set<UUID> counted = tallies.counted(day, known);
        JudgedPairs judged = all.among(counted);
        Groups groups = judged.groups();
        Set<UUID> besides = standsFor(groups);
        List<Pair> likely =
                proposals.held(LIKELY, known).stream()
                        .filter(pair -> !all.settled(pair))
                        .filter(pair ->
                                counted.contains(pair.left()) && counted.contains(pair.right()))
                        .toList();
        Set<UUID> matched = matched(judged, likely);
        List<AgeTally> ages = tallies.ages(day, known, besides);
        int joins = groups.joins();
        likely.forEach(groups::join);
        return new Overview(
                new Counts(counted.size(), counted.size() - joins, counted.size() - groups.joins()),
                tallies.waiting(),
                tallies.lists(day, known, matched).stream()
                        .map(list ->
                                new ListCount(
                                        list.list(),
                                        list.title(),
                                        list.accepted(),
                                        list.records(),
                                        list.matched()))
                        .toList(),
                pyramid(ages),
                ages.stream().filter(a -> a.band() == null).mapToLong(AgeTally::people).sum(),
                nationalities.counted(tallies.nationalities(day, known, besides)),
                List.of());
    }

    /// All records of each group but one: that one stands for its person.
    private static Set<UUID> standsFor(Groups groups) {
        Set<UUID> besides = new HashSet<>();
        groups.joined()
                .forEach((record, one) -> {
                    if (!record.equals(one)) {
                        besides.add(record);
                    }
                });
        return besides;
    }

    private static Set<UUID> matched(JudgedPairs judged, List<Pair> likely) {
        Set<UUID> matched = new HashSet<>();
        judged.same().forEach(pair -> addBoth(pair, matched));
        likely.forEach(pair -> addBoth(pair, matched));
        return matched;
    }

    private static void addBoth(Pair pair, Set<UUID> to) {
        to.add(pair.left());
        to.add(pair.right());
    }

    private static List<AgeCount> pyramid(List<AgeTally> ages) {
        Map<AgeBand, long[]> bands = new EnumMap<>(AgeBand.class);
        for (AgeTally tally : ages) {
            AgeBand band = tally.band();
            if (band != null && !tally.sex().equals("U")) {
                bands.computeIfAbsent(band, any -> new long[2])[tally.sex().equals("F") ? 0 : 1] +=
                        tally.people();
            }
        }
        List<AgeCount> counts = new ArrayList<>();
        bands.forEach((band, both) -> counts.add(new AgeCount(band, both[0], both[1])));
        return counts;
    }

    private List<Work> work() {
        LinkingProgress now = worker.progress();
        return now.running() ? List.of(new Work("", now.done(), now.total())) : List.of();
    }

    private static Overview with(Overview overview, List<Work> work) {
        return new Overview(
                overview.counts(),
                overview.waiting(),
                overview.lists(),
                overview.ages(),
                overview.withoutAge(),
                overview.nationalities(),
                work);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
