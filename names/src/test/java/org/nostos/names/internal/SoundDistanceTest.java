package org.nostos.names.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nostos.names.NameWord;
import org.nostos.names.Names;
import org.nostos.names.Script;

/// The table of [LetterCosts] is the oracle.
class SoundDistanceTest {
    private static final float ROUNDING = 1e-3f;
    private static final List<String> ALPHABETS =
            List.of(
                    "abcdefghijklmnopqrstuvwxyz2",
                    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
                    "абвгдежзиклмнопрстуфхцчшщюя");

    @Test
    void isTheDistanceOfTheTableOrAboveTheLimit() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            NameWord left = word(random);
            NameWord right = random.nextBoolean() ? word(random) : changed(left, random);
            float limit = random.nextFloat() * 4;
            float table = table(left, right);
            float found = SoundDistance.of(ReadWord.of(left), ReadWord.of(right), limit);
            if (table <= limit) {
                assertThat(found).as("%s %s", left, right).isCloseTo(table, within(ROUNDING));
            } else {
                assertThat(found).as("%s %s", left, right).isGreaterThan(limit - ROUNDING);
            }
        }
    }

    @Test
    void noTwoWordsAreNearerThanTheirSoundsAllow() {
        Random random = new Random(18);
        for (int i = 0; i < 20_000; i++) {
            NameWord left = word(random);
            NameWord right = random.nextBoolean() ? word(random) : changed(left, random);
            int one = ReadWord.of(left).soundBits();
            int other = ReadWord.of(right).soundBits();
            assertThat(ReadWord.leastApart(one, other))
                    .as("%s %s", left, right)
                    .isLessThanOrEqualTo(table(left, right) + ROUNDING);
        }
    }

    private static float table(NameWord left, NameWord right) {
        return new LetterCosts(
                        left.folded(),
                        right.folded(),
                        SoundReader.read(left.folded()),
                        SoundReader.read(right.folded()),
                        left.script() == Script.ARABIC,
                        right.script() == Script.ARABIC)
                .total();
    }

    private static NameWord word(Random random) {
        String alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        return Stream.generate(() -> text(alphabet, 1 + random.nextInt(8), random))
                .flatMap(text -> Names.words(text).stream())
                .findFirst()
                .orElseThrow();
    }

    /// The same word with a letter changed, in its own script.
    private static NameWord changed(NameWord word, Random random) {
        String alphabet =
                switch (word.script()) {
                    case ARABIC -> ALPHABETS.get(1);
                    case CYRILLIC -> ALPHABETS.get(2);
                    case LATIN, OTHER -> ALPHABETS.getFirst();
                };
        int at = random.nextInt(word.folded().length());
        String folded =
                word.folded().substring(0, at)
                        + text(alphabet, 1, random)
                        + word.folded().substring(at + 1);
        return new NameWord(folded, folded, word.script());
    }

    private static String text(String alphabet, int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
