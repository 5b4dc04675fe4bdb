package org.nostos.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who belongs together, by ties that two hands confirmed and that hold: parents and children, spouses,
/// guardians. For unity and care, and never a ground for anything. Thread-safe.
@Service
@Transactional(readOnly = true)
public class FamilyUnity {

    private static final int MOST = 60;

    private final Kin kin;
    private final WhoIsOne whoIsOne;

    FamilyUnity(Kin kin, WhoIsOne whoIsOne) {
        this.kin = kin;
        this.whoIsOne = whoIsOne;
    }

    /// Everybody of a family, the one who was asked about first.
    ///
    /// @param unregistered the names of children who were born in custody and stand on no list yet
    public record Group(List<Member> members, List<String> unregistered) {
        public Group {
            members = List.copyOf(members);
            unregistered = List.copyOf(unregistered);
        }

        public int size() {
            return members.size() + unregistered.size();
        }
    }

    /// Somebody of a family, under every id, the leader first.
    public record Member(List<UUID> known, Care care) {
        public Member {
            known = List.copyOf(known);
        }

        public UUID leader() {
            return known.getFirst();
        }
    }

    /// The whole family, grown children too.
    public Group group(UUID person) {
        return connected(person, AsOf.now(), false);
    }

    /// Those whom no transfer may part without a best-interests determination or a court's order: spouses,
    /// and children, or those who may be children, with their parents and guardians.
    public Group whoMustTravelTogether(UUID person) {
        return connected(person, AsOf.now(), true);
    }

    /// The same of many people as it was at these times, by the leader: a statement or two for each
    /// generation, however many they are.
    ///
    /// @param files what is known of each, by the leader
    public Map<UUID, Group> whoMustTravelTogether(Map<UUID, FamilyFile> files, AsOf at) {
        return groups(files, at, true);
    }

    /// What is missing for these to travel and nobody else of this person's family.
    public List<Unmet> whyNot(UUID person, Collection<UUID> travelling) {
        return whyNot(whoMustTravelTogether(person), travelling);
    }

    /// The same of a family that was read before. Pure.
    public static List<Unmet> whyNot(Group group, Collection<UUID> travelling) {
        boolean whole =
                group.unregistered().isEmpty()
                        && group.members().stream()
                                .allMatch(
                                        one -> one.known().stream().anyMatch(travelling::contains));
        return whole ? List.of() : List.of(Unmet.of(KinRule.UNITY, Integer.toString(group.size())));
    }

    private Group connected(UUID person, AsOf at, boolean childrenAlone) {
        KinAround around = new KinAround(kin, whoIsOne, at);
        around.read(List.of(person));
        return around.of(person)
                .flatMap(file ->
                        groups(Map.of(person, file), at, childrenAlone).values().stream()
                                .findFirst())
                .orElseGet(() -> new Group(List.of(), List.of()));
    }

    private Map<UUID, Group> groups(Map<UUID, FamilyFile> files, AsOf at, boolean childrenAlone) {
        KinAround around = new KinAround(kin, whoIsOne, at);
        around.add(files.values());
        Set<UUID> met = new HashSet<>();
        Collection<FamilyFile> generation = files.values();
        for (int i = 0; i < MOST && !generation.isEmpty(); i++) {
            around.readRelatives(generation);
            generation =
                    generation.stream()
                            .flatMap(file -> bound(file, around, childrenAlone))
                            .filter(file -> met.add(file.known().getFirst()))
                            .toList();
        }
        Map<UUID, Group> groups = new HashMap<>();
        files.forEach((id, file) -> groups.put(id, connected(file, around, childrenAlone)));
        return groups;
    }

    private static Group connected(FamilyFile first, KinAround around, boolean childrenAlone) {
        List<Member> members = new ArrayList<>();
        List<String> unregistered = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        Deque<FamilyFile> ahead = new ArrayDeque<>(List.of(first));
        while (!ahead.isEmpty() && members.size() < MOST) {
            FamilyFile file = ahead.removeFirst();
            if (file.care().died() == null && seen.add(file.known().getFirst())) {
                members.add(new Member(file.known(), file.care()));
                bound(file, around, childrenAlone).forEach(ahead::add);
                unregistered.addAll(bornHere(file, around, childrenAlone));
            }
        }
        return new Group(members, unregistered);
    }

    private static Stream<FamilyFile> bound(
            FamilyFile file, KinAround around, boolean childrenAlone) {
        return file.ties().stream()
                .filter(tie -> binds(tie, file, around, childrenAlone))
                .map(tie -> tie.otherThan(file.known()))
                .filter(Objects::nonNull)
                .flatMap(other -> around.of(other).stream());
    }

    /// Children who were born in custody and stand on no list yet.
    private static List<String> bornHere(FamilyFile file, KinAround around, boolean childrenAlone) {
        return file.ties().stream()
                .filter(tie -> binds(tie, file, around, childrenAlone))
                .filter(tie -> tie.otherThan(file.known()) == null)
                .map(KinTie::said)
                .filter(said -> said.contactBorn() != null)
                .map(KinEvent.Said::contact)
                .toList();
    }

    private static boolean binds(
            KinTie tie, FamilyFile file, KinAround around, boolean childrenAlone) {
        return tie.holds()
                && switch (tie.relationFor(file.known())) {
                    case SPOUSE -> true;
                    case MOTHER, FATHER, PARENT, GUARDIAN ->
                            !childrenAlone || file.care().mayBeChild();
                    case CHILD, WARD -> !childrenAlone || isChild(tie, file, around);
                    case SIBLING, CAREGIVER, CARED_FOR -> false;
                };
    }

    private static boolean isChild(KinTie tie, FamilyFile file, KinAround around) {
        UUID other = tie.otherThan(file.known());
        return other == null
                ? tie.said().contactBorn() != null
                : around.of(other).filter(one -> one.care().mayBeChild()).isPresent();
    }
}
