package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.lists.Layout;
import org.nostos.lists.Letters;
import org.nostos.lists.Surroundings.LettersChoice;
import org.nostos.lists.Survey;

class LetteringTest {

    private static final String ARABIC =
            "الرقم;الاسم الثلاثي;اسم الأم;محل الولادة\n1;هدهد زيتون سنديان;لوزة;وادي التين\n2;نرجسة بلوط أرز;كرمة;رمان\n";
    private static final String PERSIAN = "ردیف;نام;نام پدر\n1;پرستو گیلاس;چنار\n2;ژاله گردو;کاج\n";
    private static final String RUSSIAN =
            "номер;фамилия;имя\n1;Рябинин;Клён\n2;Ольхова;Вербена\n3;Берёзкин;Дуб\n";
    private static final String RUSSIAN_CAPITALS =
            "НОМЕР;ФАМИЛИЯ;ИМЯ\n1;РЯБИНИН;КЛЕН\n2;ОЛЬХОВА;ВЕРБЕНА\n";
    private static final String FRENCH =
            "numéro;nom;prénom\n1;Chêne;Églantine\n2;Mûrier;Désiré\n3;Châtaignier;Zoé\n";
    private static final String ENGLISH = "no;name\n1;Hazel\n2;Alder\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ARABIC   | WINDOWS_1256
                    RUSSIAN  | WINDOWS_1251
                    CAPITALS | WINDOWS_1251
                    FRENCH   | WINDOWS_1252
                    """)
    void tellsOneByteAlphabetsApart(String sample, Letters letters) throws IOException {
        String text = text(sample);
        Survey survey = survey(text.getBytes(letters.charset()));
        assertThat(survey.layout().letters()).isEqualTo(letters);
        assertThat(survey.lettersOpen()).isFalse();
        assertThat(survey.sample().getFirst().cells())
                .isEqualTo(
                        survey(text.getBytes(StandardCharsets.UTF_8)).sample().getFirst().cells());
    }

    @ParameterizedTest
    @CsvSource({"ARABIC", "RUSSIAN", "FRENCH", "ENGLISH", "PERSIAN"})
    void readsEveryKindOfUnicodeAlike(String sample) throws IOException {
        String text = text(sample);
        Survey plain = survey(text.getBytes(StandardCharsets.UTF_8));
        for (Letters letters : new Letters[] {Letters.UTF_8, Letters.UTF_16LE, Letters.UTF_16BE}) {
            for (String mark : new String[] {"", "\uFEFF"}) {
                Survey survey = survey((mark + text).getBytes(letters.charset()));
                assertThat(survey.layout().letters()).isEqualTo(letters);
                assertThat(survey.marked()).isEqualTo(!mark.isEmpty());
                assertThat(survey.sample()).isEqualTo(plain.sample());
            }
        }
    }

    @Test
    void asksWhereTooLittleSpeaksAndShowsTheRowsEveryWay() throws IOException {
        byte[] bytes = "no;name\n1;Hazel\n2;T\u00e9\n".getBytes(Letters.WINDOWS_1252.charset());
        Survey survey = survey(bytes);
        assertThat(survey.lettersOpen()).isTrue();
        assertThat(survey.around().lettersOpen())
                .extracting(LettersChoice::letters)
                .contains(Letters.WINDOWS_1256, Letters.WINDOWS_1251);
        assertThat(survey.around().lettersOpen())
                .anySatisfy(choice -> {
                    assertThat(choice.letters()).isEqualTo(Letters.WINDOWS_1251);
                    assertThat(choice.rows().getFirst().line()).isEqualTo(3);
                    assertThat(choice.rows().getFirst().cells()).contains("Tй");
                });
        Layout said = new Layout(null, Letters.WINDOWS_1252, 0, null);
        Survey again = Surveyor.survey(ListFilesTest.bytes(bytes), said);
        assertThat(again.lettersOpen()).isFalse();
        assertThat(again.sample().getLast().cells()).contains("Té");
    }

    @Test
    void tellsLettersThatComeLateInALargeFile() throws IOException {
        String text = "no;name\n" + "1;Hazel Linden\n".repeat(10_000) + ARABIC.substring(40);
        Survey survey = survey(text.getBytes(Letters.WINDOWS_1256.charset()));
        assertThat(survey.layout().letters()).isEqualTo(Letters.WINDOWS_1256);
        assertThat(survey.lettersOpen()).isFalse();
    }

    @Test
    void refusesNulsInEveryAlphabet() {
        byte[] wide = "no;name\n1;Ha\0zel\n".getBytes(StandardCharsets.UTF_16LE);
        Refusals.assertRefused(ListFilesTest.bytes(wide), "nul", "2");
        byte[] arabic = (ARABIC + "3;\0;;\n").getBytes(Letters.WINDOWS_1256.charset());
        Refusals.assertRefused(ListFilesTest.bytes(arabic), "nul", "4");
    }

    private static String text(String sample) {
        return switch (sample) {
            case "ARABIC" -> ARABIC;
            case "PERSIAN" -> PERSIAN;
            case "RUSSIAN" -> RUSSIAN;
            case "CAPITALS" -> RUSSIAN_CAPITALS;
            case "FRENCH" -> FRENCH;
            default -> ENGLISH;
        };
    }

    private static Survey survey(byte[] bytes) throws IOException {
        return Surveyor.survey(ListFilesTest.bytes(bytes), Layout.TOLD);
    }
}
