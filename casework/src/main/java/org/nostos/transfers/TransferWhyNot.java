package org.nostos.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyStatus;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityRule;
import org.nostos.legal.BestInterests;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.Clearing;
import org.nostos.legal.ExclusionKeeping;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.Will;
import org.nostos.registry.FamilyUnity;
import org.nostos.registry.FamilyUnity.Group;
import org.nostos.registry.FamilyUnity.Member;
import org.nostos.requests.Answers;
import org.nostos.requests.RequestRule;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks every room of a case what it says of somebody who is to leave. Reads and decides nothing.
/// Thread-safe.
@Service
@Transactional(readOnly = true)
public class TransferWhyNot {

    private final Clearing clearing;
    private final CaseLaw law;
    private final BestInterests best;
    private final ExclusionKeeping exclusions;
    private final Answers answers;
    private final Nationalities nationalities;
    private final CustodyKeeping custody;
    private final FamilyUnity families;
    private final TravelPapers papers;

    TransferWhyNot(
            Clearing clearing,
            CaseLaw law,
            BestInterests best,
            ExclusionKeeping exclusions,
            Answers answers,
            Nationalities nationalities,
            CustodyKeeping custody,
            FamilyUnity families,
            TravelPapers papers) {
        this.clearing = clearing;
        this.law = law;
        this.best = best;
        this.exclusions = exclusions;
        this.answers = answers;
        this.nationalities = nationalities;
        this.custody = custody;
        this.families = families;
        this.papers = papers;
    }

    /// What the rooms say of somebody on a transfer.
    ///
    /// @param persons who is one person, the leader first
    /// @param clearance on which they go
    /// @param travelling everybody who goes, under every id
    /// @param splitOrdered whether a court ordered that they go without the rest of their family
    public LineFacts facts(
            Transfer transfer,
            List<UUID> persons,
            UUID clearance,
            Set<UUID> travelling,
            boolean splitOrdered,
            LocalDate day) {
        AsOf then = TransferDesk.on(day);
        NationalityFile nationality = nationalities.of(persons, then);
        Group family = families.group(persons.getFirst());
        TransferClearance key =
                clearing.all(persons, TransferDesk.now()).stream()
                        .filter(one -> one.id().equals(clearance))
                        .findFirst()
                        .orElse(null);
        boolean child = law.mayBeChild(persons);
        return new LineFacts(
                persons,
                child,
                accompanied(persons, family, travelling),
                nationalities.whyNot(persons, transfer.destination(), then).stream()
                        .filter(one -> one.rule() != NationalityRule.NOT_VERIFIED)
                        .toList(),
                nationality.verified().contains(transfer.destination()),
                familyOfNational(transfer, persons, family, travelling, then),
                answer(transfer, persons, child, then),
                key == null || key.issued() == null || key.withdrawn() != null ? null : key,
                key == null ? List.of() : clearing.missing(persons, key.terms(), then),
                splitOrdered ? List.of() : family(persons, travelling, then),
                exclusions.againstPlanning(persons, TransferDesk.now()),
                TravelDocument.of(papers.documents(persons), TransferDesk.now()),
                Fitness.latest(papers.fitness(persons), TransferDesk.now()).orElse(null),
                Will.of(law.wills(persons), transfer.destination(), TransferDesk.now()),
                custody.track(persons, TransferDesk.now()).status() == CustodyStatus.HELD);
    }

    private List<Unmet> answer(Transfer transfer, List<UUID> persons, boolean child, AsOf at) {
        return answers.against(persons, transfer.destination(), at).stream()
                .filter(one -> one.rule() != RequestRule.CHILD_ONLY || !child)
                .toList();
    }

    private static boolean accompanied(List<UUID> persons, Group family, Set<UUID> travelling) {
        return family.members().stream()
                .filter(one -> one.known().stream().noneMatch(persons::contains))
                .anyMatch(one -> goes(one, travelling) && !one.care().mayBeChild());
    }

    private static boolean goes(Member member, Collection<UUID> travelling) {
        return member.known().stream().anyMatch(travelling::contains);
    }

    private boolean familyOfNational(
            Transfer transfer, List<UUID> persons, Group family, Set<UUID> travelling, AsOf at) {
        return transfer.kind() == TransferKind.REPATRIATION
                && family.members().stream()
                        .filter(one -> one.known().stream().noneMatch(persons::contains))
                        .filter(one -> goes(one, travelling))
                        .anyMatch(one ->
                                nationalities
                                        .of(one.known(), at)
                                        .verified()
                                        .contains(transfer.destination()));
    }

    /// Whom a transfer may not part stays together, unless a panel decided that a child is separated.
    private List<Unmet> family(List<UUID> persons, Set<UUID> travelling, AsOf at) {
        UUID leader = persons.getFirst();
        List<Unmet> unmet = families.whyNot(leader, travelling);
        if (unmet.isEmpty()) {
            return unmet;
        }
        Group group = families.whoMustTravelTogether(leader);
        List<Member> left = group.members().stream().filter(one -> !goes(one, travelling)).toList();
        boolean decided =
                group.unregistered().isEmpty()
                        && (best.maySplit(persons, at)
                                || left.stream().allMatch(one -> best.maySplit(one.known(), at)));
        return decided ? List.of() : unmet;
    }

    /// Those of somebody's family who are not among the travellers, by their leading person.
    public List<UUID> leftOut(UUID person, Set<UUID> travelling) {
        List<UUID> left = new ArrayList<>();
        families.group(person).members().stream()
                .filter(one -> !goes(one, travelling))
                .forEach(one -> left.add(one.leader()));
        return left;
    }
}
