package org.nostos.identity.internal.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.identity.Mrz;
import org.nostos.identity.Mrz.Check;
import org.nostos.identity.Mrz.Days;
import org.nostos.identity.Mrz.Format;

/// ICAO Doc 9303: the specimens of Utopia, and what is none.
class MrzReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String TD3 =
            """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO7408122F1204159ZE184226B<<<<<10
            """;
    private static final String TD1 =
            """
            I<UTOD231458907<<<<<<<<<<<<<<<
            7408122F1204159UTO<<<<<<<<<<<6
            ERIKSSON<<ANNA<MARIA<<<<<<<<<<
            """;
    private static final String TD2 =
            """
            I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            D231458907UTO7408122F1204159<<<<<<<6
            """;
    private static final String MRV_A =
            """
            V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L8988901C4XXX4009078F96121096ZE184226B<<<<<<
            """;
    private static final String MRV_B =
            """
            V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            L8988901C4XXX4009078F9612109<<<<<<<<
            """;

    @Test
    void aPassport() {
        Mrz mrz = read(TD3);
        assertThat(mrz.format()).isEqualTo(Format.TD3);
        assertThat(mrz.document()).isEqualTo("P");
        assertThat(mrz.issuer()).hasToString("UTO");
        assertThat(mrz.surname()).isEqualTo("ERIKSSON");
        assertThat(mrz.given()).isEqualTo("ANNA MARIA");
        assertThat(mrz.number()).isEqualTo("L898902C3");
        assertThat(mrz.nationality()).hasToString("UTO");
        assertThat(mrz.birth()).isEqualTo(day(1974, 8, 12));
        assertThat(mrz.sex()).isEqualTo('F');
        assertThat(mrz.expiry()).isEqualTo(day(2012, 4, 15));
        assertThat(mrz.checks()).hasSize(5);
        assertThat(mrz.checksHold()).isTrue();
    }

    @Test
    void cardsAndVisas() {
        assertThat(read(TD1).format()).isEqualTo(Format.TD1);
        assertThat(read(TD1).number()).isEqualTo("D23145890");
        assertThat(read(TD2).format()).isEqualTo(Format.TD2);
        assertThat(read(MRV_A).format()).isEqualTo(Format.MRV_A);
        assertThat(read(MRV_B).format()).isEqualTo(Format.MRV_B);
        for (String specimen : new String[] {TD1, TD2, MRV_A, MRV_B}) {
            Mrz mrz = read(specimen);
            assertThat(mrz.name()).isEqualTo("ANNA MARIA ERIKSSON");
            assertThat(mrz.checks()).as(specimen).allMatch(Check::holds);
        }
        assertThat(read(MRV_A).birth()).isEqualTo(day(1940, 9, 7));
    }

    @Test
    void aCardsLongNumberGoesOnInTheOptionalField() {
        String first = "I<UTOD23145890<A6" + CheckDigits.of("D23145890A6") + "<<<<<<<<<<<<";
        Mrz mrz = read(first + "\n" + TD1.lines().skip(1).reduce("", (a, b) -> a + b + "\n"));
        assertThat(mrz.number()).isEqualTo("D23145890A6");
        assertThat(held(mrz, "number")).isTrue();
    }

    /// No digit is reckoned over the name: another name, and all of them hold.
    @Test
    void theCheckDigitsSayNothingOfTheName() {
        Mrz other = read(TD3.replace("ERIKSSON<<ANNA<MARIA", "ZAYTUN<<RUMMAN<<<<<<"));
        assertThat(other.name()).isEqualTo("RUMMAN ZAYTUN");
        assertThat(other.checksHold()).isTrue();
    }

    @Test
    void everySingleDigitThatWasReadWronglyIsFound() {
        String second = TD3.lines().skip(1).findFirst().orElseThrow();
        String covered = second.substring(0, 10) + second.substring(13, 20) + second.substring(21);
        assertThat(covered).hasSize(40);
        for (int i = 0; i < second.length(); i++) {
            char digit = second.charAt(i);
            if (Character.isDigit(digit)) {
                char wrong = digit == '9' ? '0' : (char) (digit + 1);
                String spoilt = second.substring(0, i) + wrong + second.substring(i + 1);
                Mrz mrz = read(TD3.replace(second, spoilt));
                assertThat(mrz.checksHold()).as("place %s", i).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "740812, 1974-08-12, 1974-08-12",
        "261122, 2026-11-22, 2026-11-22",
        "261123, 1926-11-23, 1926-11-23",
        "270101, 1927-01-01, 1927-01-01",
        "1508<<, 2015-08-01, 2015-08-31",
        "15<<<<, 2015-01-01, 2015-12-31",
        "160229, 2016-02-29, 2016-02-29"
    })
    void aBirthIsAnIntervalAndNeverInTheFuture(String field, LocalDate first, LocalDate last) {
        assertThat(born(field)).isEqualTo(new Days(first, last));
    }

    @ParameterizedTest
    @CsvSource({"<<<<<<", "150230", "151301", "150000", "15<<12", "1A0812"})
    void whatIsNoDayIsNotRead(String field) {
        assertThat(born(field)).isNull();
    }

    @Test
    void aStateThatWritesOneLetterAndANationalityThatIsNone() {
        assertThat(read(TD3.replace("P<UTO", "P<D<<")).issuer()).hasToString("DEU");
        assertThat(read(TD3.replace("36UTO74", "3612374")).nationality()).isNull();
        assertThat(read(TD3.replace("36UTO74", "36XXA74")).nationality()).hasToString("XXA");
    }

    @ParameterizedTest
    @CsvSource({"''", "P<UTO", "'hello there'", "'<<<<\n<<<<'"})
    void whatIsNoZoneIsNone(String text) {
        assertThat(MrzReader.read(text, TODAY)).isNull();
    }

    @Test
    void linesWithSpacesAndSmallLettersAreReadAsPrinted() {
        Mrz mrz = read("  " + TD3.toLowerCase(Locale.ROOT).replace("<<", "< <") + "\n\n");
        assertThat(mrz.checksHold()).isTrue();
    }

    @Test
    void noLinesWhateverMakeItFail() {
        Random random = new Random(20261122);
        String letters = "ABCXYZ0123456789<<<<<< \n-é";
        for (int i = 0; i < 20_000; i++) {
            String text = spoilt(random, letters);
            assertThatCode(() -> MrzReader.read(text, TODAY)).as(text).doesNotThrowAnyException();
        }
    }

    /// A specimen with some characters changed, and now and then a line too many or too few.
    private static String spoilt(Random random, String letters) {
        String[] specimens = {TD1, TD2, TD3, MRV_A, MRV_B};
        StringBuilder text = new StringBuilder(specimens[random.nextInt(specimens.length)]);
        int changes = random.nextInt(12);
        for (int i = 0; i < changes; i++) {
            text.setCharAt(
                    random.nextInt(text.length()),
                    letters.charAt(random.nextInt(letters.length())));
        }
        return random.nextInt(10) == 0
                ? text.substring(random.nextInt(text.length()))
                : text.toString();
    }

    private static @Nullable Days born(String field) {
        return read(TD3.replace("740812", field)).birth();
    }

    private static boolean held(Mrz mrz, String field) {
        return mrz.checks().stream()
                .filter(check -> check.field().equals(field))
                .allMatch(Check::holds);
    }

    private static Mrz read(String text) {
        return Objects.requireNonNull(MrzReader.read(text, TODAY));
    }

    private static Days day(int year, int month, int day) {
        LocalDate one = LocalDate.of(year, month, day);
        return new Days(one, one);
    }
}
