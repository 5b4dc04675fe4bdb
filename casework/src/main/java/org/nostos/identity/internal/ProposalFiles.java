package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.Clusters;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.Proposal;
import org.nostos.identity.ProposalFile;
import org.nostos.identity.ProposalFile.Near;
import org.nostos.identity.ProposalLine;
import org.nostos.identity.Proposals;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// Puts together what stands in a proposal's file and in the lines of the queue.
@Component
public class ProposalFiles {

    private static final int NEAR = 8;

    private final Records records;
    private final Persons persons;
    private final Proposals proposals;
    private final Judgements judgements;
    private final Clusters clusters;
    private final Resident resident;

    ProposalFiles(
            Records records,
            Persons persons,
            Proposals proposals,
            Judgements judgements,
            Clusters clusters,
            Resident resident) {
        this.records = records;
        this.persons = persons;
        this.proposals = proposals;
        this.judgements = judgements;
        this.clusters = clusters;
        this.resident = resident;
    }

    /// The lines of these proposals, in their order.
    public List<ProposalLine> lines(List<Proposal> asked) {
        List<UUID> ids = asked.stream().map(Proposal::pair).flatMap(ProposalFiles::both).toList();
        Map<UUID, AcceptedRecord> read = read(ids);
        Map<Pair, PairStanding> standings = judgements.standings(ids);
        return asked.stream()
                .map(proposal -> line(proposal, read, standings))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable ProposalLine line(
            Proposal proposal, Map<UUID, AcceptedRecord> read, Map<Pair, PairStanding> standings) {
        AcceptedRecord left = read.get(proposal.pair().left());
        AcceptedRecord right = read.get(proposal.pair().right());
        PairStanding standing = standings.getOrDefault(proposal.pair(), PairStanding.OPEN);
        return left == null || right == null
                ? null
                : new ProposalLine(proposal, left, right, standing);
    }

    /// The whole file of a proposal; empty when the caller may not see both records.
    public Optional<ProposalFile> file(Proposal proposal) {
        Pair pair = proposal.pair();
        Map<UUID, AcceptedRecord> read = read(List.of(pair.left(), pair.right()));
        Map<UUID, Person> people =
                persons.ofRecords(read.keySet()).stream()
                        .collect(Collectors.toMap(Person::record, Function.identity()));
        AcceptedRecord left = read.get(pair.left());
        AcceptedRecord right = read.get(pair.right());
        Person leftPerson = people.get(pair.left());
        Person rightPerson = people.get(pair.right());
        if (left == null || right == null || leftPerson == null || rightPerson == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ProposalFile(
                        pair,
                        proposal,
                        left,
                        right,
                        leftPerson,
                        rightPerson,
                        resident.explain(pair),
                        judgements.standing(pair),
                        judgements.ofPair(pair),
                        near(left, right),
                        joinedWith(left.id(), right.id()),
                        joinedWith(right.id(), left.id())));
    }

    private List<Near> near(AcceptedRecord left, AcceptedRecord right) {
        Pair pair = Pair.of(left.id(), right.id());
        List<Proposal> others =
                proposals.touching(List.of(left.id(), right.id()), NEAR + 1).stream()
                        .filter(other -> !other.pair().equals(pair))
                        .limit(NEAR)
                        .toList();
        Map<UUID, AcceptedRecord> read =
                read(others.stream().map(Proposal::pair).flatMap(ProposalFiles::both).toList());
        List<Near> near = new ArrayList<>();
        Set<UUID> shown = new TreeSet<>(List.of(left.id(), right.id()));
        for (Proposal other : others) {
            boolean ofLeft = touches(other.pair(), left.id());
            AcceptedRecord here = ofLeft ? left : right;
            AcceptedRecord there = read.get(other.pair().otherThan(here.id()));
            if (there != null && shown.add(there.id())) {
                near.add(new Near(other, there, ofLeft, sharesKin(here, there)));
            }
        }
        return near;
    }

    private List<AcceptedRecord> joinedWith(UUID record, UUID besides) {
        UUID leader = clusters.leaders(List.of(record)).get(record);
        if (leader == null) {
            return List.of();
        }
        List<UUID> others =
                clusters.members(leader).stream()
                        .filter(id -> !id.equals(record) && !id.equals(besides))
                        .toList();
        return records.byIds(others);
    }

    private Map<UUID, AcceptedRecord> read(Collection<UUID> ids) {
        Set<UUID> once = new TreeSet<>(ids);
        return once.isEmpty()
                ? Map.of()
                : records.byIds(once).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
    }

    private static boolean sharesKin(AcceptedRecord one, AcceptedRecord other) {
        return alike(one, other, FieldRole.FATHER_NAME) && alike(one, other, FieldRole.FAMILY_NAME);
    }

    private static boolean alike(AcceptedRecord one, AcceptedRecord other, FieldRole role) {
        String mine = one.first(role);
        String theirs = other.first(role);
        return mine != null && theirs != null && LinkageRows.soundAlike(mine, theirs);
    }

    private static boolean touches(Pair pair, UUID record) {
        return pair.left().equals(record) || pair.right().equals(record);
    }

    private static Stream<UUID> both(Pair pair) {
        return Stream.of(pair.left(), pair.right());
    }
}
