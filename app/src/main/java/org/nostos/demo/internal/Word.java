package org.nostos.demo.internal;

import java.util.List;
import java.util.Locale;

/// A tree, bird, fruit, stone or wind from which names are made, in the tradition of its language.
record Word(Tradition tradition, String bearer, Name name) {

    /// How names are built: which parts there are and how a family's name is formed.
    enum Tradition {
        ARABIC,
        CYRILLIC,
        LATIN;

        static Tradition parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    static final List<Word> ALL = Tables.rows("words").stream().map(Word::of).toList();

    private static Word of(String[] row) {
        Tradition tradition = Tradition.parse(row[0]);
        String own = row[4];
        Name name =
                switch (tradition) {
                    case ARABIC -> new Name(row[3], own, "");
                    case CYRILLIC -> new Name(row[3], "", own);
                    case LATIN -> Name.heard(row[3]);
                };
        return new Word(tradition, row[2], name);
    }

    boolean isBorneBy(Sex sex) {
        return switch (sex) {
            case MALE -> bearer.equals("m") || bearer.equals("both");
            case FEMALE -> bearer.equals("f") || bearer.equals("both");
        };
    }

    /// The word as a given name: what both bear takes the feminine ending on a woman.
    Name given(Sex sex) {
        if (sex == Sex.MALE || bearer.equals("f")) {
            return name;
        }
        String arabic = name.arabic().isEmpty() ? "" : name.arabic() + "ة";
        return new Name(name.sound() + "a", arabic, "");
    }

    /// The family that takes its name from the word.
    Name family(Sex sex) {
        return switch (tradition) {
            case ARABIC -> nisba();
            case CYRILLIC -> slavic(sex);
            case LATIN -> Name.heard(stem(name.sound()) + "elo");
        };
    }

    private Name nisba() {
        String stem = name.sound().replaceAll("(ʾ?a|ā|ī|ū)$", "");
        return new Name(
                "al-" + stem + "ī", "ال" + name.arabic().replaceAll("[ةايو]$", "") + "ي", "");
    }

    private Name slavic(Sex sex) {
        String ending = sex == Sex.FEMALE ? "a" : "";
        String letter = sex == Sex.FEMALE ? "а" : "";
        String script = name.cyrillic().replaceAll("[ьаяй]$", "");
        return name.sound().endsWith("a")
                ? new Name(stem(name.sound()) + "in" + ending, "", script + "ин" + letter)
                : new Name(name.sound() + "ov" + ending, "", script + "ов" + letter);
    }

    /// The father's name as his child bears it in the Cyrillic tradition.
    Name patronymic(Sex sex) {
        String script = name.cyrillic().replaceAll("[ьаяй]$", "");
        return sex == Sex.MALE
                ? new Name(stem(name.sound()) + "ovich", "", script + "ович")
                : new Name(stem(name.sound()) + "ovna", "", script + "овна");
    }

    private static String stem(String sound) {
        return sound.replaceAll("(ia|[aoe])$", "");
    }
}
