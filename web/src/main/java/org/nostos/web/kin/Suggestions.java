package org.nostos.web.kin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.PersonFile;
import org.nostos.identity.SharedMother;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Relation;
import org.nostos.names.Names;
import org.nostos.registry.Families;
import org.nostos.registry.Family;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.KinRelation;
import org.nostos.web.Values;
import org.springframework.stereotype.Component;

/// Ties that lists suggest: who stands in one household, and whose mother is named as somebody there.
/// They decide nothing: an officer proposes, and another confirms.
@Component
class Suggestions {

    private static final double ALIKE = 0.9;

    private final Families families;
    private final SharedMother mothers;
    private final Values values;

    Suggestions(Families families, SharedMother mothers, Values values) {
        this.families = families;
        this.mothers = mothers;
        this.values = values;
    }

    /// Somebody who may be kin.
    ///
    /// @param relation what the list makes of them, or null where it does not say
    /// @param mother whether a mother's name is what suggests it
    public record Suggestion(
            UUID person,
            String number,
            String name,
            String list,
            String party,
            String stated,
            @Nullable KinRelation relation,
            boolean mother) {}

    List<Suggestion> of(PersonFile file, FamilyFile family) {
        List<UUID> mine = file.records().stream().map(AcceptedRecord::id).toList();
        List<Suggestion> found = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (Family listed : families.ofRecords(mine)) {
            for (Family.Somebody me : listed.within(mine)) {
                for (Family.Somebody other : listed.beside(mine)) {
                    if (other.person() != null
                            && !family.isTiedTo(List.of(other.person().id()))
                            && seen.add(other.person().id())) {
                        found.add(suggestion(listed, me, other));
                    }
                }
            }
        }
        mothers.of(file).stream()
                .filter(tie -> !family.isTiedTo(List.of(tie.otherPerson().id())))
                .filter(tie -> seen.add(tie.otherPerson().id()))
                .map(this::sibling)
                .forEach(found::add);
        return found;
    }

    /// Somebody on another list with a mother of the same name.
    private Suggestion sibling(PersonFile.Tie tie) {
        return new Suggestion(
                tie.otherPerson().id(),
                tie.otherPerson().number(),
                values.name(tie.other()),
                tie.other().listTitle(),
                tie.other().partyName(),
                "",
                KinRelation.SIBLING,
                true);
    }

    private Suggestion suggestion(Family listed, Family.Somebody me, Family.Somebody other) {
        KinRelation byMother = byMother(me.record(), other.record());
        UUID id = other.person() == null ? other.record().id() : other.person().id();
        String number = other.person() == null ? "" : other.person().number();
        return new Suggestion(
                id,
                number,
                values.name(other.record()),
                listed.household().listTitle(),
                listed.household().partyName(),
                other.member().stated(),
                byMother != null ? byMother : byList(me, other),
                byMother != null);
    }

    /// By the names of mothers: the other is named as mine, I as theirs, or both have one of a name.
    private @Nullable KinRelation byMother(AcceptedRecord me, AcceptedRecord other) {
        String mine = me.first(FieldRole.MOTHER_NAME);
        String theirs = other.first(FieldRole.MOTHER_NAME);
        if (alike(mine, values.name(other))) {
            return KinRelation.MOTHER;
        }
        if (alike(theirs, values.name(me))) {
            return KinRelation.CHILD;
        }
        return theirs != null && alike(mine, theirs) ? KinRelation.SIBLING : null;
    }

    private static boolean alike(@Nullable String one, String other) {
        return one != null && Names.similarity(one, other) >= ALIKE;
    }

    private static @Nullable KinRelation byList(Family.Somebody me, Family.Somebody other) {
        boolean iHead = me.member().relation() == Relation.HEAD;
        boolean theyHead = other.member().relation() == Relation.HEAD;
        if (iHead) {
            return ofHead(other.member().relation());
        }
        if (theyHead && isChild(me.member().relation())) {
            return switch (other.record().sex()) {
                case FEMALE -> KinRelation.MOTHER;
                case MALE -> KinRelation.FATHER;
                case UNKNOWN -> null;
            };
        }
        return theyHead && isSpouse(me.member().relation()) ? KinRelation.SPOUSE : null;
    }

    private static @Nullable KinRelation ofHead(Relation other) {
        if (isChild(other)) {
            return KinRelation.CHILD;
        }
        if (isSpouse(other)) {
            return KinRelation.SPOUSE;
        }
        return switch (other) {
            case MOTHER -> KinRelation.MOTHER;
            case FATHER -> KinRelation.FATHER;
            case BROTHER, SISTER -> KinRelation.SIBLING;
            default -> null;
        };
    }

    private static boolean isChild(Relation relation) {
        return relation == Relation.CHILD
                || relation == Relation.SON
                || relation == Relation.DAUGHTER;
    }

    private static boolean isSpouse(Relation relation) {
        return relation == Relation.SPOUSE
                || relation == Relation.WIFE
                || relation == Relation.HUSBAND;
    }
}
