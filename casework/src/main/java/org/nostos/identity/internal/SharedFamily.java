package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.List;
import org.nostos.basics.FieldRole;
import org.nostos.identity.FamilyTie;
import org.nostos.identity.internal.Likeness.Is;
import org.nostos.lists.AcceptedRecord;
import org.springframework.stereotype.Component;

/// What of the family two records share, by their names.
@Component
public class SharedFamily {

    public List<FamilyTie> between(AcceptedRecord one, AcceptedRecord other) {
        return between(new Likeness(LinkageRows.values(one), LinkageRows.values(other)));
    }

    static List<FamilyTie> between(Likeness like) {
        List<FamilyTie> shared = new ArrayList<>();
        for (FamilyTie tie : FamilyTie.values()) {
            if (like.named(role(tie)) == Is.ALIKE) {
                shared.add(tie);
            }
        }
        return shared;
    }

    private static FieldRole role(FamilyTie tie) {
        return switch (tie) {
            case MOTHER -> FieldRole.MOTHER_NAME;
            case FATHER -> FieldRole.FATHER_NAME;
            case GRANDFATHER -> FieldRole.GRANDFATHER_NAME;
            case FAMILY_NAME -> FieldRole.FAMILY_NAME;
        };
    }
}
