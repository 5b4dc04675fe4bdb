package org.nostos.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.basics.StateCode;
import org.nostos.identity.TravelDocuments.Agreement;
import org.nostos.identity.TravelDocuments.Comparison;
import org.nostos.identity.TravelDocuments.Field;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Sex;

/// What a travel document says, beside the file, field by field.
class TravelDocumentsTest {

    private static final String SPECIMEN =
            """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO7408122F1204159ZE184226B<<<<<10
            """;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void everyFieldThatDiffersIsNamed() {
        AcceptedRecord record =
                record(
                        Map.of(
                                FieldRole.FULL_NAME, List.of("Anna Maria Erikson"),
                                FieldRole.DOCUMENT_NUMBER, List.of("L 898902 C3")),
                        Sex.MALE,
                        PartialDate.ofYear(1974));
        List<Comparison> compared =
                TravelDocuments.against(specimen(), List.of(record), standing("UTO"));
        assertThat(agreement(compared, Field.NAME)).isEqualTo(Agreement.AGREES);
        assertThat(agreement(compared, Field.NUMBER)).isEqualTo(Agreement.AGREES);
        assertThat(agreement(compared, Field.BIRTH)).isEqualTo(Agreement.AGREES);
        assertThat(agreement(compared, Field.SEX)).isEqualTo(Agreement.DIFFERS);
        assertThat(agreement(compared, Field.NATIONALITY)).isEqualTo(Agreement.AGREES);
    }

    @Test
    void anotherNameDiffersThoughEveryCheckDigitHolds() {
        Mrz mrz = specimen();
        AcceptedRecord record =
                record(
                        Map.of(
                                FieldRole.GIVEN_NAME, List.of("Zaytun"),
                                FieldRole.FAMILY_NAME, List.of("al-Rummani")),
                        Sex.UNKNOWN,
                        PartialDate.ofYear(1980));
        List<Comparison> compared = TravelDocuments.against(mrz, List.of(record), standing("XMA"));
        assertThat(mrz.checksHold()).isTrue();
        assertThat(agreement(compared, Field.NAME)).isEqualTo(Agreement.DIFFERS);
        assertThat(agreement(compared, Field.BIRTH)).isEqualTo(Agreement.DIFFERS);
        assertThat(agreement(compared, Field.SEX)).isEqualTo(Agreement.NOT_ON_FILE);
        assertThat(agreement(compared, Field.NUMBER)).isEqualTo(Agreement.NOT_ON_FILE);
        assertThat(agreement(compared, Field.NATIONALITY)).isEqualTo(Agreement.DIFFERS);
    }

    @Test
    void whatTheDocumentDoesNotSayIsNotRead() {
        Mrz mrz = TravelDocuments.read(SPECIMEN.replace("7408122F", "<<<<<<0<")).orElseThrow();
        List<Comparison> compared = TravelDocuments.against(mrz, List.of(), List.of());
        assertThat(agreement(compared, Field.BIRTH)).isEqualTo(Agreement.NOT_READ);
        assertThat(agreement(compared, Field.SEX)).isEqualTo(Agreement.NOT_READ);
    }

    private static Mrz specimen() {
        return TravelDocuments.read(SPECIMEN).orElseThrow();
    }

    private static Agreement agreement(List<Comparison> compared, Field field) {
        return compared.stream()
                .filter(line -> line.field() == field)
                .findFirst()
                .orElseThrow()
                .agreement();
    }

    private static List<NationalityStanding> standing(String code) {
        return List.of(
                new NationalityStanding(
                        new StateCode(code),
                        NationalityStatus.CLAIMED,
                        DAY,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static AcceptedRecord record(
            Map<FieldRole, List<String>> values, Sex sex, PartialDate birth) {
        return new AcceptedRecord(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Authority of the North",
                "A list",
                2,
                null,
                DAY,
                DAY,
                values,
                sex,
                birth);
    }
}
