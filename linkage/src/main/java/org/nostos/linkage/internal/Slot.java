package org.nostos.linkage.internal;

import java.util.List;
import org.nostos.basics.FieldRole;

/// A place for words in a record. The words of a whole name are given to the slots of its parts.
enum Slot {
    GIVEN(FieldRole.GIVEN_NAME),
    FATHER(FieldRole.FATHER_NAME),
    GRANDFATHER(FieldRole.GRANDFATHER_NAME),
    FAMILY(FieldRole.FAMILY_NAME),
    /// Words of the whole name that stand in none of its parts.
    OTHER(FieldRole.FULL_NAME),
    MOTHER(FieldRole.MOTHER_NAME),
    KUNYA(FieldRole.KUNYA),
    PLACE(FieldRole.BIRTH_PLACE),
    NATIONALITY(FieldRole.NATIONALITY),
    OCCUPATION(FieldRole.OCCUPATION);

    /// The slots that make up a person's own name, in the order in which it is spoken.
    static final List<Slot> OWN_NAME = List.of(GIVEN, FATHER, GRANDFATHER, FAMILY, OTHER);

    private final FieldRole role;

    Slot(FieldRole role) {
        this.role = role;
    }

    FieldRole role() {
        return role;
    }
}
