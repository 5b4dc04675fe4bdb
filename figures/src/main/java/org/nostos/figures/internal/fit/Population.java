package org.nostos.figures.internal.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Difference;
import org.nostos.figures.Difference.Aspect;
import org.nostos.figures.Figure;
import org.nostos.figures.Unit;

/// Of whom a figure speaks, as keys: figures under one key are compared, all others never meet.
public final class Population {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "of");

    /// What a noun's description begins with.
    private static final Set<String> AFTER_A_NOUN =
            Set.of(
                    "among", "at", "brought", "from", "held", "in", "left", "no", "said", "sent",
                    "taken", "that", "they", "to", "who", "with");

    private Population() {}

    /// The same people in the same place: only the time and the number may differ. Null when the place
    /// or those counted are not known, for what is not known agrees with nothing.
    public static @Nullable String key(Figure figure) {
        if (figure.place() == null || figure.counted().isBlank()) {
            return null;
        }
        return String.join(
                "|",
                figure.unit().word(),
                figure.category().word(),
                plain(figure.counted()),
                plain(figure.origin()),
                plain(figure.place()));
    }

    /// The same noun: people of one origin, or of one name, or states. Readers mistake these for one another.
    public static String noun(Figure figure) {
        if (figure.unit() == Unit.Thing.COUNTRY || figure.unit() == Unit.Thing.NATIONALITY) {
            return "countries";
        }
        String origin = plain(figure.origin());
        String counted = plain(figure.counted());
        return figure.unit().word() + "|" + (origin.isEmpty() ? head(counted) : origin);
    }

    /// The last word before what is said of them: "people" of "people transferred from Syria".
    private static String head(String counted) {
        String head = "";
        for (String word : counted.split(" ", -1)) {
            if (!head.isEmpty() && (AFTER_A_NOUN.contains(word) || word.endsWith("ed"))) {
                break;
            }
            head = word;
        }
        return head;
    }

    /// In what two figures differ. Nothing means that they speak of the same.
    public static List<Difference> differences(Figure one, Figure other) {
        List<Difference> found = new ArrayList<>();
        add(found, Aspect.UNIT, one.unit().word(), other.unit().word(), true);
        add(found, Aspect.COUNTED, one.counted(), other.counted(), true);
        add(found, Aspect.CATEGORY, one.category().word(), other.category().word(), true);
        add(found, Aspect.ORIGIN, one.origin(), other.origin(), true);
        add(found, Aspect.PLACE, one.place(), other.place(), false);
        if (!sameTime(one, other)) {
            found.add(new Difference(Aspect.TIME, written(one.day()), written(other.day())));
        }
        if (!Objects.equals(one.partOf(), other.partOf())) {
            found.add(new Difference(Aspect.WHOLE, text(one.partOf()), text(other.partOf())));
        }
        return found;
    }

    private static void add(
            List<Difference> found,
            Aspect aspect,
            @Nullable String one,
            @Nullable String other,
            boolean bothUnknownAgree) {
        boolean unknown = one == null && other == null;
        boolean same = one != null && one.equals(other) || plain(one).equals(plain(other));
        if (unknown ? !bothUnknownAgree : !same) {
            found.add(new Difference(aspect, one, other));
        }
    }

    /// The same days are meant; two figures of one source without a date were said at one time.
    public static boolean sameTime(Figure one, Figure other) {
        PartialDate here = one.day();
        PartialDate there = other.day();
        if (here == null || there == null) {
            return here == there
                    && one.said().source() != null
                    && one.said().source().equals(other.said().source());
        }
        return here.first().equals(there.first()) && here.last().equals(there.last());
    }

    private static @Nullable String written(@Nullable PartialDate date) {
        return date == null ? null : date.original();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /// Letters and digits in lower case, single spaces, without articles.
    static String plain(@Nullable String words) {
        if (words == null) {
            return "";
        }
        StringBuilder plain = new StringBuilder(words.length());
        int start = 0;
        for (int i = 0; i <= words.length(); i++) {
            if (i == words.length() || !Character.isLetterOrDigit(words.charAt(i))) {
                append(plain, words.substring(start, i).toLowerCase(Locale.ROOT));
                start = i + 1;
            }
        }
        return plain.toString();
    }

    private static void append(StringBuilder plain, String word) {
        if (!word.isEmpty() && !ARTICLES.contains(word)) {
            plain.append(plain.isEmpty() ? "" : " ").append(word);
        }
    }
}
