package org.nostos.figures.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers in words: what each of them counts.
final class NumberWords {
    private static final Map<String, Integer> SMALL = new HashMap<>();
    private static final Map<String, Long> SCALES =
            Map.ofEntries(
                    Map.entry("hundred", 100L),
                    Map.entry("thousand", 1_000L),
                    Map.entry("k", 1_000L),
                    Map.entry("million", 1_000_000L),
                    Map.entry("m", 1_000_000L),
                    Map.entry("mn", 1_000_000L),
                    Map.entry("billion", 1_000_000_000L),
                    Map.entry("bn", 1_000_000_000L),
                    Map.entry("dozen", 12L),
                    Map.entry("مئه", 100L),
                    Map.entry("مائه", 100L),
                    Map.entry("مئات", 100L),
                    Map.entry("الف", 1_000L),
                    Map.entry("الفا", 1_000L),
                    Map.entry("الاف", 1_000L),
                    Map.entry("مليون", 1_000_000L),
                    Map.entry("ملايين", 1_000_000L));

    static {
        String[] units = {
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen"
        };
        for (int i = 0; i < units.length; i++) {
            SMALL.put(units[i], i);
        }
        String[] tens = {
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
        };
        for (int i = 0; i < tens.length; i++) {
            SMALL.put(tens[i], 20 + 10 * i);
        }
        String[] arabic = {
            "ثلاث ثلاثه",
            "اربع اربعه",
            "خمس خمسه",
            "ست سته",
            "سبع سبعه",
            "ثمان ثماني ثمانيه",
            "تسع تسعه",
            "عشر عشره"
        };
        for (int i = 0; i < arabic.length; i++) {
            for (String form : arabic[i].split(" ", -1)) {
                SMALL.put(form, 3 + i);
            }
        }
    }

    private NumberWords() {}

    /// The number of a word such as `seven` or `twenty-five`; null when it is none.
    static @Nullable Integer small(String word) {
        Integer whole = SMALL.get(word);
        int hyphen = word.indexOf('-');
        if (whole != null || hyphen < 0) {
            return whole;
        }
        Integer tens = SMALL.get(word.substring(0, hyphen));
        Integer units = SMALL.get(word.substring(hyphen + 1));
        return tens != null && units != null && tens >= 20 && units < 10 ? tens + units : null;
    }

    static @Nullable Long scale(String word) {
        return SCALES.get(word);
    }

    /// What a fraction in words is of its whole: a third, three quarters.
    static @Nullable Double fraction(String word) {
        return switch (word) {
            case "half" -> 0.5;
            case "third", "one-third" -> 1 / 3.0;
            case "two-thirds", "thirds" -> 2 / 3.0;
            case "quarter", "one-quarter" -> 0.25;
            case "three-quarters", "quarters" -> 0.75;
            case "fifth", "one-fifth" -> 0.2;
            case "two-fifths" -> 0.4;
            case "three-fifths" -> 0.6;
            case "four-fifths" -> 0.8;
            case "tenth", "one-tenth" -> 0.1;
            default -> null;
        };
    }
}
