package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nostos.basics.FieldRole;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateReading;
import org.nostos.lists.Relation;

/// What a column can be read as, in groups, in the order of the choice.
final class UseChoices {

    /// A group of choices by their keys; `key` ends the message that names it.
    record Group(String key, List<String> choices) {}

    private static final List<FieldRole> OF_MEMBER =
            List.of(FieldRole.SEX, FieldRole.DOCUMENT_NUMBER, FieldRole.NATIONALITY);
    private static final List<Relation> MEMBERS =
            List.of(
                    Relation.WIFE,
                    Relation.HUSBAND,
                    Relation.SPOUSE,
                    Relation.CHILD,
                    Relation.SON,
                    Relation.DAUGHTER,
                    Relation.FATHER,
                    Relation.MOTHER,
                    Relation.BROTHER,
                    Relation.SISTER,
                    Relation.NOT_SAID);

    static final List<Group> GROUPS =
            List.of(
                    new Group("person", person()),
                    new Group("birth", births().map(ColumnUse::key).toList()),
                    new Group("family", family()),
                    new Group("member", member()),
                    new Group("rest", List.of(ColumnUse.KEPT.key(), ColumnUse.LEFT_IN_FILE.key())));

    private UseChoices() {}

    private static List<String> person() {
        List<String> keys = new ArrayList<>();
        keys.add(ColumnUse.LIST_NUMBER.key());
        for (FieldRole role : FieldRole.values()) {
            if (role != FieldRole.BIRTH_DATE) {
                keys.add(role.key());
            }
        }
        return keys;
    }

    private static Stream<ColumnUse> births() {
        return Stream.concat(
                DateReading.CHOICES.stream().map(ColumnUse.Birth::new), Stream.of(ColumnUse.AGE));
    }

    private static List<String> family() {
        return Stream.<ColumnUse>of(
                        new ColumnUse.FamilyNumber(false),
                        new ColumnUse.FamilyNumber(true),
                        ColumnUse.RELATION_TO_HEAD,
                        ColumnUse.HOUSEHOLD_SIZE)
                .map(ColumnUse::key)
                .toList();
    }

    private static List<String> member() {
        Stream<ColumnUse> names = MEMBERS.stream().map(ColumnUse.Member::new);
        Stream<ColumnUse> said = OF_MEMBER.stream().map(ColumnUse.Says::new);
        return Stream.concat(names, Stream.concat(births(), said).map(ColumnUse.OfMember::new))
                .map(ColumnUse::key)
                .toList();
    }
}
