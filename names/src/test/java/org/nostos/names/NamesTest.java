package org.nostos.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {

    static Stream<Arguments> same() {
        return Cases.of("same.tsv");
    }

    static Stream<Arguments> near() {
        return Cases.of("near.tsv");
    }

    static Stream<Arguments> different() {
        return Cases.of("different.tsv");
    }

    static Stream<Arguments> filed() {
        return Cases.of("filed.tsv");
    }

    static Stream<Arguments> words() {
        return Cases.of("words.tsv");
    }

    static Stream<Arguments> letters() {
        return Cases.of("letters.tsv");
    }

    @ParameterizedTest(name = "{0}: {1} is {2}, {3}")
    @MethodSource("same")
    void spellingsOfOneNameAreAlikeInEitherOrder(String id, String left, String right, String why) {
        assertThat(Names.similarity(left, right)).as("%s: %s", id, why).isGreaterThanOrEqualTo(.9);
        assertThat(Names.similarity(right, left)).isEqualTo(Names.similarity(left, right));
    }

    @ParameterizedTest(name = "{0}: {1} and {2} share a key")
    @MethodSource("same")
    void spellingsOfOneNameShareAKey(String id, String left, String right, String why) {
        Set<String> shared = new HashSet<>(Names.sounds(left));
        shared.retainAll(Names.sounds(right));
        assertThat(shared).as("%s: %s", id, why).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} is nearly {2}, {3}")
    @MethodSource("near")
    void slipsLeaveNamesNearButNotEqual(String id, String left, String right, String why) {
        assertThat(Names.similarity(left, right)).as("%s: %s", id, why).isBetween(.7, .999);
    }

    @ParameterizedTest(name = "{0}: {1} is not {2}, {3}")
    @MethodSource("different")
    void otherNamesAreNotAlike(String id, String left, String right, String why) {
        assertThat(Names.similarity(left, right)).as("%s: %s", id, why).isLessThan(.6);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("words")
    void nameIsTakenApartIntoWordsThatBearWeight(String id, String name, String expected) {
        String words =
                Names.words(name).stream().map(NameWord::folded).collect(Collectors.joining(" "));
        assertThat(words).as(id).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} beside {2}")
    @MethodSource("letters")
    void lettersStandSideBySideWithTheirReasons(
            String id, String left, String right, String steps) {
        String found =
                Names.align(left, right).steps().stream()
                        .map(NamesTest::written)
                        .collect(Collectors.joining(" "));
        assertThat(found).as(id).isEqualTo(steps);
    }

    private static String written(LetterStep step) {
        return String.join(
                "|",
                step.left().isEmpty() ? "_" : step.left(),
                step.right().isEmpty() ? "_" : step.right(),
                step.kind().name().toLowerCase(Locale.ROOT),
                step.reason().code());
    }

    @ParameterizedTest(name = "{0}: {1} is filed with {2}, {3}")
    @MethodSource("filed")
    void wordIsFiledWhereTheOtherScriptIsLookedFor(
            String id, String left, String right, String why) {
        Set<String> shared = new HashSet<>(Names.keys(left));
        shared.retainAll(Names.keys(right));
        assertThat(shared).as("%s: %s", id, why).isNotEmpty();
    }

    @Test
    void keysAreFewHoweverLongAWordIs() {
        for (String word : List.of("zaytun", "زيتون", "зайтун")) {
            String longest = word.repeat(10_000);
            assertThat(Names.keys(longest)).hasSizeLessThan(300);
            assertThat(Names.keys(longest)).allMatch(key -> key.length() < 40);
        }
    }

    @Test
    void everyLetterOfTheLeftNameIsReadInItsOrder() {
        Random random = new Random(20261122);
        List<String> parts =
                List.of(
                        "Zaytun", "al-", "رمان", " bin ", "ال", "Лавз", "ʿ", " ", "-", "'", "خوخ",
                        "é", "1");
        for (int round = 0; round < 2_000; round++) {
            String left = drawn(parts, random);
            String right = drawn(parts, random);
            List<LetterStep> steps = Names.align(left, right).steps();
            assertThat(steps.stream().map(LetterStep::left).collect(Collectors.joining()))
                    .isEqualTo(left);
            assertThat(sorted(steps.stream().map(LetterStep::right).collect(Collectors.joining())))
                    .isEqualTo(sorted(right));
            assertThat(Names.similarity(left, right)).isBetween(0.0, 1.0);
        }
    }

    private static String drawn(List<String> parts, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    private static String sorted(String text) {
        return text.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    @Test
    void nameThatOnlyOneHasCountsLessThanNameThatDiffers() {
        double extra = Names.similarity("Zaytun Rumman", "Zaytun Rumman Hamami");
        double other = Names.similarity("Zaytun Rumman Nasri", "Zaytun Rumman Hamami");
        assertThat(extra).isGreaterThan(other);
    }

    @Test
    void orderOfWordsCountsLittle() {
        assertThat(Names.similarity("Zaytun Rumman", "Rumman Zaytun")).isBetween(.9, .999);
    }

    @Test
    void fourWordsInAnotherOrderAreAsAlikeFromBothSides() {
        String left = "Zaytun Rumman Hamami Nasri";
        String right = "Hamami Zaytun Nasri Rumman";
        assertThat(Names.similarity(left, right)).isEqualTo(Names.similarity(right, left));
    }

    @Test
    void emptyNamesAreLikeNothing() {
        assertThat(Names.similarity("", "Zaytun")).isZero();
        assertThat(Names.similarity("", "")).isZero();
        assertThat(Names.align("", "").steps()).isEmpty();
        assertThat(Names.keys("")).isEmpty();
    }

    @Test
    void scriptIsThatOfMostLetters() {
        assertThat(Script.of("زيتون (Zaytun) رمان")).isEqualTo(Script.ARABIC);
        assertThat(Script.of("Зейтун")).isEqualTo(Script.CYRILLIC);
        assertThat(Script.of("123")).isEqualTo(Script.OTHER);
        assertThat(Script.ARABIC.rightToLeft()).isTrue();
    }

    @Test
    void namesInOtherScriptsAreComparedByTheirLetters() {
        assertThat(Names.similarity("杉木", "杉木")).isEqualTo(1);
        assertThat(Names.similarity("杉木", "松鼠")).isLessThan(.6);
    }
}
