package org.nostos.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /// What is missing for these to travel and nobody else of this person's family.
    public List<Unmet> whyNot(UUID person, Collection<UUID> travelling) {
        Group group = whoMustTravelTogether(person);
        boolean whole =
                group.unregistered().isEmpty()
                        && group.members().stream()
                                .allMatch(
                                        one -> one.known().stream().anyMatch(travelling::contains));
        return whole ? List.of() : List.of(Unmet.of(KinRule.UNITY, Integer.toString(group.size())));
    }

    private Group connected(UUID person, AsOf at, boolean childrenAlone) {
        List<Member> members = new ArrayList<>();
        List<String> unregistered = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        Deque<UUID> ahead = new ArrayDeque<>(List.of(person));
        while (!ahead.isEmpty() && members.size() < MOST) {
            member(ahead.removeFirst(), seen, at)
                    .ifPresent(file -> {
                        members.add(new Member(file.known(), file.care()));
                        file.ties().stream()
                                .filter(tie -> binds(tie, file, at, childrenAlone))
                                .forEach(tie -> follow(tie, file, ahead, unregistered));
                    });
        }
        return new Group(members, unregistered);
    }

    private Optional<FamilyFile> member(UUID id, Set<UUID> seen, AsOf at) {
        List<UUID> known = whoIsOne.with(id).stream().map(Person::id).toList();
        if (known.isEmpty() || !seen.add(known.getFirst())) {
            return Optional.empty();
        }
        FamilyFile file = kin.of(known, at);
        return file.care().died() == null ? Optional.of(file) : Optional.empty();
    }

    private boolean binds(KinTie tie, FamilyFile file, AsOf at, boolean childrenAlone) {
        KinRelation relation = tie.relationFor(file.known());
        return tie.holds()
                && switch (relation) {
                    case SPOUSE -> true;
                    case MOTHER, FATHER, PARENT, GUARDIAN ->
                            !childrenAlone || file.care().mayBeChild();
                    case CHILD, WARD -> !childrenAlone || isChild(tie, file, at);
                    case SIBLING, CAREGIVER, CARED_FOR -> false;
                };
    }

    private boolean isChild(KinTie tie, FamilyFile file, AsOf at) {
        UUID other = tie.otherThan(file.known());
        if (other == null) {
            return tie.said().contactBorn() != null;
        }
        List<UUID> known = whoIsOne.with(other).stream().map(Person::id).toList();
        return kin.of(known, at).care().mayBeChild();
    }

    private static void follow(
            KinTie tie, FamilyFile file, Deque<UUID> ahead, List<String> unregistered) {
        UUID other = tie.otherThan(file.known());
        if (other != null) {
            ahead.add(other);
        } else if (tie.said().contactBorn() != null) {
            unregistered.add(tie.said().contact());
        }
    }
}
