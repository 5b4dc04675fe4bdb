package org.nostos.linkage.internal;

import java.util.List;
import org.nostos.basics.FieldRole;

/// A place for words in a record. The words of a whole name are given to the slots of its parts.
enum Slot {
    GIVEN(0, FieldRole.GIVEN_NAME),
    FATHER(1, FieldRole.FATHER_NAME),
    GRANDFATHER(2, FieldRole.GRANDFATHER_NAME),
    FAMILY(3, FieldRole.FAMILY_NAME),
    /// Words of the whole name that stand in none of its parts.
    OTHER(4, FieldRole.FULL_NAME),
    MOTHER(5, FieldRole.MOTHER_NAME),
    KUNYA(6, FieldRole.KUNYA),
    PLACE(7, FieldRole.BIRTH_PLACE),
    NATIONALITY(8, FieldRole.NATIONALITY),
    OCCUPATION(9, FieldRole.OCCUPATION);

    /// The slots that make up a person's own name, in the order in which it is spoken.
    static final List<Slot> OWN_NAME = List.of(GIVEN, FATHER, GRANDFATHER, FAMILY, OTHER);

    private final int number;
    private final FieldRole role;

    Slot(int number, FieldRole role) {
        this.number = number;
        this.role = role;
    }

    /// Its place in arrays, from 0.
    int number() {
        return number;
    }

    FieldRole role() {
        return role;
    }
}
