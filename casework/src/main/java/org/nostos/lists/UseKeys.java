package org.nostos.lists;

import java.util.Map;
import java.util.Optional;
import org.nostos.basics.FieldRole;

/// The names of column uses in forms and in what is kept of a mapping.
final class UseKeys {

    private static final String BIRTH = FieldRole.BIRTH_DATE.key() + ":";
    private static final String MEMBER = "member:";
    private static final String OF_MEMBER = "of-member:";
    private static final Map<String, ColumnUse> PLAIN =
            Map.of(
                    "number", ColumnUse.LIST_NUMBER,
                    "age", ColumnUse.AGE,
                    "family", new ColumnUse.FamilyNumber(false),
                    "family-down", new ColumnUse.FamilyNumber(true),
                    "relation", ColumnUse.RELATION_TO_HEAD,
                    "household-size", ColumnUse.HOUSEHOLD_SIZE,
                    "kept", ColumnUse.KEPT,
                    "left", ColumnUse.LEFT_IN_FILE);

    private UseKeys() {}

    static String key(ColumnUse use) {
        return switch (use) {
            case ColumnUse.Says says -> says.role().key();
            case ColumnUse.Birth birth -> BIRTH + birth.reading().key();
            case ColumnUse.Age _ -> "age";
            case ColumnUse.ListNumber _ -> "number";
            case ColumnUse.FamilyNumber family -> family.goesDown() ? "family-down" : "family";
            case ColumnUse.RelationToHead _ -> "relation";
            case ColumnUse.HouseholdSize _ -> "household-size";
            case ColumnUse.Member member -> MEMBER + member.relation().key();
            case ColumnUse.OfMember of -> OF_MEMBER + of.what().key();
            case ColumnUse.Kept _ -> "kept";
            case ColumnUse.LeftInFile _ -> "left";
        };
    }

    static Optional<ColumnUse> parse(String key) {
        if (key.startsWith(BIRTH)) {
            return DateReading.parse(key.substring(BIRTH.length())).map(ColumnUse.Birth::new);
        }
        if (key.startsWith(MEMBER)) {
            return Relation.ofKey(key.substring(MEMBER.length())).map(ColumnUse.Member::new);
        }
        if (key.startsWith(OF_MEMBER)) {
            return parse(key.substring(OF_MEMBER.length()))
                    .filter(UseKeys::mayBeOfMember)
                    .map(ColumnUse.OfMember::new);
        }
        ColumnUse plain = PLAIN.get(key);
        return plain != null
                ? Optional.of(plain)
                : FieldRole.ofKey(key)
                        .filter(role -> role != FieldRole.BIRTH_DATE)
                        .map(ColumnUse.Says::new);
    }

    /// A member has a date of birth, an age, and what else a list says of people.
    private static boolean mayBeOfMember(ColumnUse what) {
        return what instanceof ColumnUse.Says
                || what instanceof ColumnUse.Birth
                || what instanceof ColumnUse.Age;
    }
}
