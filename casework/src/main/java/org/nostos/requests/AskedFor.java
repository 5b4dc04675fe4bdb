package org.nostos.requests;

import java.util.EnumSet;
import java.util.Set;
import org.nostos.basics.FieldRole;

/// What a state is asked for, and the fields of a person that it needs to answer. No other field can be
/// disclosed for it.
public enum AskedFor {
    /// Whether the person holds its nationality.
    NATIONALITY(
            EnumSet.of(
                    FieldRole.FULL_NAME,
                    FieldRole.GIVEN_NAME,
                    FieldRole.FATHER_NAME,
                    FieldRole.GRANDFATHER_NAME,
                    FieldRole.FAMILY_NAME,
                    FieldRole.MOTHER_NAME,
                    FieldRole.SEX,
                    FieldRole.BIRTH_DATE,
                    FieldRole.BIRTH_PLACE,
                    FieldRole.DOCUMENT_NUMBER)),
    /// Whether it takes the person back.
    ACCEPTANCE(
            EnumSet.of(
                    FieldRole.FULL_NAME,
                    FieldRole.GIVEN_NAME,
                    FieldRole.FATHER_NAME,
                    FieldRole.GRANDFATHER_NAME,
                    FieldRole.FAMILY_NAME,
                    FieldRole.SEX,
                    FieldRole.BIRTH_DATE)),
    /// A document to travel with.
    TRAVEL_DOCUMENT(
            EnumSet.of(
                    FieldRole.FULL_NAME,
                    FieldRole.GIVEN_NAME,
                    FieldRole.FATHER_NAME,
                    FieldRole.FAMILY_NAME,
                    FieldRole.SEX,
                    FieldRole.BIRTH_DATE,
                    FieldRole.BIRTH_PLACE,
                    FieldRole.DOCUMENT_NUMBER)),
    /// Whether it will prosecute.
    PROSECUTION(EnumSet.of(FieldRole.FULL_NAME, FieldRole.SEX, FieldRole.BIRTH_DATE)),
    /// Whether it receives somebody who is not its national. Never counted with those it takes back.
    RELOCATION(
            EnumSet.of(
                    FieldRole.FULL_NAME,
                    FieldRole.GIVEN_NAME,
                    FieldRole.FATHER_NAME,
                    FieldRole.FAMILY_NAME,
                    FieldRole.SEX,
                    FieldRole.BIRTH_DATE,
                    FieldRole.NATIONALITY));

    private final Set<FieldRole> needs;

    AskedFor(Set<FieldRole> needs) {
        this.needs = needs;
    }

    public Set<FieldRole> needs() {
        return EnumSet.copyOf(needs);
    }
}
