package org.nostos.basics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRoleTest {

    @ParameterizedTest
    @CsvSource({
        "First Name, GIVEN_NAME",
        "first_name, GIVEN_NAME",
        "اسم الأم, MOTHER_NAME",
        "اسم الام, MOTHER_NAME",
        "Фамилия, FAMILY_NAME",
        "DOB, BIRTH_DATE",
        "postcode_fake, POSTAL_CODE",
        "Né le, BIRTH_DATE"
    })
    void readsTheUsualHeadingsWhateverTheirSpelling(String heading, FieldRole role) {
        assertThat(FieldRole.ofHeading(heading)).contains(role);
    }

    @Test
    void knowsNoRoleForAHeadingThatSaysNothing() {
        assertThat(FieldRole.ofHeading("unique_id")).isEmpty();
        assertThat(FieldRole.ofHeading("")).isEmpty();
    }
}
