package org.nostos.identity.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nostos.basics.FieldRole;
import org.nostos.names.NameWord;
import org.nostos.names.Names;

/// How two records, given as [LinkageRows] gives them, stand to each other field by field, in the
/// coarse words of a person who compares them: alike, other, or not to be said.
final class Likeness {

    /// What can be said of one field.
    enum Is {
        ALIKE,
        OTHER,
        /// Not given on both sides, or neither near nor far.
        UNSAID
    }

    private static final double ALIKE = 0.9;
    private static final double OTHER = 0.7;
    private static final long YEAR = 366;

    private final Map<FieldRole, List<String>> one;
    private final Map<FieldRole, List<String>> other;

    Likeness(Map<FieldRole, List<String>> one, Map<FieldRole, List<String>> other) {
        this.one = one;
        this.other = other;
    }

    /// Names of this role, by their nearest spellings.
    Is named(FieldRole role) {
        return nearest(one.getOrDefault(role, List.of()), other.getOrDefault(role, List.of()));
    }

    /// The given names; out of whole names where one side gives no other.
    Is givenName() {
        List<String> mine = one.getOrDefault(FieldRole.GIVEN_NAME, List.of());
        List<String> theirs = other.getOrDefault(FieldRole.GIVEN_NAME, List.of());
        if (!mine.isEmpty() && !theirs.isEmpty()) {
            return nearest(mine, theirs);
        }
        if (mine.isEmpty() && theirs.isEmpty()) {
            return oneWordDiffers();
        }
        return mine.isEmpty() ? nearest(words(one), theirs) : nearest(mine, words(other));
    }

    /// The whole names, whatever fields they stand in.
    Is wholeName() {
        List<String> mine = words(one);
        List<String> theirs = words(other);
        if (Math.min(mine.size(), theirs.size()) < 2) {
            return Is.UNSAID;
        }
        return Names.similarity(String.join(" ", mine), String.join(" ", theirs)) >= ALIKE
                ? Is.ALIKE
                : Is.UNSAID;
    }

    Is sex() {
        List<String> mine = one.getOrDefault(FieldRole.SEX, List.of());
        List<String> theirs = other.getOrDefault(FieldRole.SEX, List.of());
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Is.UNSAID;
        }
        return mine.equals(theirs) ? Is.ALIKE : Is.OTHER;
    }

    /// Whether both give one and the same day.
    boolean bornOnOneDay() {
        List<LocalDate> mine = interval(one);
        return !mine.isEmpty()
                && mine.getFirst().equals(mine.getLast())
                && mine.equals(interval(other));
    }

    /// Other, where the days are more than a year apart; alike, where one may be the other.
    Is born() {
        List<LocalDate> mine = interval(one);
        List<LocalDate> theirs = interval(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Is.UNSAID;
        }
        long gap =
                Math.max(
                        ChronoUnit.DAYS.between(mine.getLast(), theirs.getFirst()),
                        ChronoUnit.DAYS.between(theirs.getLast(), mine.getFirst()));
        return gap > YEAR ? Is.OTHER : gap <= 0 ? Is.ALIKE : Is.UNSAID;
    }

    boolean sameDocument() {
        List<String> theirs =
                other.getOrDefault(FieldRole.DOCUMENT_NUMBER, List.of()).stream()
                        .map(Names::fold)
                        .toList();
        return one.getOrDefault(FieldRole.DOCUMENT_NUMBER, List.of()).stream()
                .map(Names::fold)
                .anyMatch(theirs::contains);
    }

    /// The words of the whole name, as given whole or in parts.
    static List<String> words(Map<FieldRole, List<String>> record) {
        List<String> full = record.getOrDefault(FieldRole.FULL_NAME, List.of());
        Stream<String> said =
                full.isEmpty()
                        ? Stream.of(
                                        FieldRole.GIVEN_NAME,
                                        FieldRole.FATHER_NAME,
                                        FieldRole.FAMILY_NAME)
                                .flatMap(role -> record.getOrDefault(role, List.of()).stream())
                        : full.stream().limit(1);
        return said.flatMap(name -> Names.words(name).stream()).map(NameWord::text).toList();
    }

    /// Of two whole names of as many words: other, where just one word has no fellow.
    private Is oneWordDiffers() {
        List<String> mine = words(one);
        List<String> left = new ArrayList<>(words(other));
        if (mine.size() != left.size() || mine.size() < 2) {
            return Is.UNSAID;
        }
        int alone = 0;
        for (String word : mine) {
            String fellow =
                    left.stream()
                            .filter(candidate -> Names.similarity(word, candidate) >= OTHER)
                            .findFirst()
                            .orElse(null);
            if (fellow == null) {
                alone++;
            } else {
                left.remove(fellow);
            }
        }
        return alone == 0 ? Is.ALIKE : alone == 1 ? Is.OTHER : Is.UNSAID;
    }

    private static Is nearest(List<String> mine, List<String> theirs) {
        double best = -1;
        for (String here : mine) {
            for (String there : theirs) {
                best = Math.max(best, Names.similarity(here, there));
            }
        }
        return best < 0 || (best >= OTHER && best < ALIKE)
                ? Is.UNSAID
                : best >= ALIKE ? Is.ALIKE : Is.OTHER;
    }

    private static List<LocalDate> interval(Map<FieldRole, List<String>> record) {
        List<String> said = record.getOrDefault(FieldRole.BIRTH_DATE, List.of());
        if (said.isEmpty()) {
            return List.of();
        }
        String[] ends = said.getFirst().split("/", 2);
        return List.of(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
    }
}
