package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.basics.PartialDate;
import org.nostos.identity.ClusterFile;
import org.nostos.identity.ClusterFile.Conflict;
import org.nostos.identity.ClusterFile.Member;
import org.nostos.identity.ClusterFile.Tie;
import org.nostos.identity.GroupJudgements;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.Proposal;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.ProposalFlags;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.lists.Sex;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// Puts together what a reviewer reads of a proposed group.
@Component
public class ClusterFiles {

    private final ProposedGroups groups;
    private final GroupJudgements hands;
    private final Judgements judgements;
    private final ProposalFlags flags;
    private final Records records;
    private final Persons persons;

    ClusterFiles(
            ProposedGroups groups,
            GroupJudgements hands,
            Judgements judgements,
            ProposalFlags flags,
            Records records,
            Persons persons) {
        this.groups = groups;
        this.hands = hands;
        this.judgements = judgements;
        this.flags = flags;
        this.records = records;
        this.persons = persons;
    }

    /// The group that this proposal stands in; empty when nothing ties it any more, or it is larger
    /// than a person can judge as one.
    public Optional<ClusterFile> file(Proposal proposal, double least) {
        return groups.around(List.of(proposal), least).stream()
                .filter(group -> group.records().contains(proposal.pair().left()))
                .filter(group -> group.records().size() <= ProposedGroups.MOST)
                .findFirst()
                .map(group -> file(group, least));
    }

    private ClusterFile file(ProposedGroups.Found group, double least) {
        List<Member> members = members(group.records());
        List<Tie> ties = ties(members, group.ties());
        Set<Pair> alone = new TreeSet<>(Comparator.comparing(Pair::toString));
        alone.addAll(hands.handsByThemselves(group.records()));
        List<Conflict> conflicts = new ArrayList<>();
        for (Tie tie : ties) {
            kinds(tie, members, alone)
                    .forEach(kind ->
                            conflicts.add(new Conflict(kind, tie.one(), tie.other(), tie.pair())));
        }
        return new ClusterFile(
                group.anchor(),
                least,
                members,
                ties,
                conflicts,
                hands.mineAmong(group.records()).stream().findFirst().orElse(null));
    }

    private List<Member> members(Set<UUID> ids) {
        Map<UUID, Person> people =
                persons.ofRecords(ids).stream()
                        .collect(Collectors.toMap(Person::record, Function.identity()));
        List<Member> members = new ArrayList<>();
        for (AcceptedRecord record : records.byIds(ids)) {
            Person person = people.get(record.id());
            if (person != null) {
                members.add(new Member(record, person));
            }
        }
        members.sort(Comparator.comparingLong(member -> member.person().ordinal()));
        return members;
    }

    private List<Tie> ties(List<Member> members, List<Proposal> proposed) {
        List<UUID> ids = members.stream().map(Member::id).toList();
        Map<Pair, PairStanding> standings = judgements.standings(ids);
        Map<Pair, List<ProposalFlag>> flagged = flags.among(ids);
        Map<Pair, Proposal> byPair =
                proposed.stream().collect(Collectors.toMap(Proposal::pair, Function.identity()));
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                Pair pair = Pair.of(ids.get(i), ids.get(j));
                ties.add(
                        new Tie(
                                pair,
                                i + 1,
                                j + 1,
                                byPair.get(pair),
                                standings.getOrDefault(pair, PairStanding.OPEN),
                                flagged.getOrDefault(pair, List.of())));
            }
        }
        return ties;
    }

    private static List<Conflict.Kind> kinds(Tie tie, List<Member> members, Set<Pair> alone) {
        AcceptedRecord one = members.get(tie.one() - 1).record();
        AcceptedRecord other = members.get(tie.other() - 1).record();
        List<Conflict.Kind> kinds = new ArrayList<>();
        if (one.sex() != other.sex() && one.sex() != Sex.UNKNOWN && other.sex() != Sex.UNKNOWN) {
            kinds.add(Conflict.Kind.OTHER_SEX);
        }
        if (bornInOtherYears(one.birth(), other.birth())) {
            kinds.add(Conflict.Kind.OTHER_BIRTH_YEAR);
        }
        if (one.version().equals(other.version())) {
            kinds.add(Conflict.Kind.SAME_LIST);
        }
        switch (tie.standing().state()) {
            case DIFFERENT -> kinds.add(Conflict.Kind.TOLD_APART);
            case UNSURE -> kinds.add(Conflict.Kind.CANNOT_TELL);
            case DISPUTED -> kinds.add(Conflict.Kind.DISPUTED);
            case OPEN, WAITING, SAME -> {}
        }
        if (alone.contains(tie.pair())) {
            kinds.add(Conflict.Kind.HAND_BY_ITSELF);
        }
        return kinds;
    }

    private static boolean bornInOtherYears(
            @org.jspecify.annotations.Nullable PartialDate one,
            @org.jspecify.annotations.Nullable PartialDate other) {
        return one != null
                && other != null
                && (one.last().getYear() < other.first().getYear()
                        || other.last().getYear() < one.first().getYear());
    }
}
