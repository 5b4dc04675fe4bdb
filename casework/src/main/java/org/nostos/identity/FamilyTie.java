package org.nostos.identity;

/// Something of the family that two records share. It says that they may be brothers or sisters and
/// nothing about being one person.
public enum FamilyTie {
    MOTHER,
    FATHER,
    GRANDFATHER,
    FAMILY_NAME
}
