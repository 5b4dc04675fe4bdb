package org.nostos.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people type into the search, and what is asked for by it.
class QuestionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # typed          | name       | born       | number      | person        | ordinal
                    Zaytun Rumman    | Zaytun Rumman | ''      | ''          | ''            | 0
                    Zaytun 1985      | Zaytun     | 1985       | ''          | ''            | 0
                    1985             | ''         | 1985       | ''          | ''            | 0
                    03/1985          | ''         | 1985-03    | ''          | ''            | 0
                    3.1985           | ''         | 1985-03    | ''          | ''            | 0
                    1985-03          | ''         | 1985-03    | ''          | ''            | 0
                    4/3/1985         | ''         | 1985-03-04 | ''          | ''            | 0
                    1985-03-04       | ''         | 1985-03-04 | ''          | ''            | 0
                    ١٩٨٥             | ''         | 1985       | ''          | ''            | 0
                    A-47113          | ''         | ''         | a47113      | ''            | 0
                    a 47113          | ''         | ''         | a47113      | ''            | 0
                    A-47113 Zaytun   | Zaytun     | ''         | a47113      | ''            | 0
                    ٤٧١١٣            | ''         | ''         | 47113       | ''            | 47113
                    12               | ''         | ''         | ''          | ''            | 0
                    N-2026-000123    | ''         | ''         | n2026000123 | N-2026-000123 | 0
                    n-2026-0001      | ''         | ''         | n20260001   | N-2026-0001   | 0
                    000123           | ''         | ''         | 000123      | ''            | 123
                    """)
    void isTakenApart(
            String typed, String name, String born, String number, String person, long ordinal) {
        assertThat(Question.read(typed, ""))
                .isEqualTo(new Question(name, born, number, person, ordinal));
    }

    @ParameterizedTest
    @CsvSource({"1993,1993", "02/1993,1993-02", "1993-02-14,1993-02-14", "soon,''"})
    void dateMayStandInAFieldOfItsOwn(String typed, String born) {
        assertThat(Question.read("Zaytun", typed).born()).isEqualTo(born);
    }
}
