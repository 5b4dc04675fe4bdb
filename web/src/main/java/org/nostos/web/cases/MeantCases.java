package org.nostos.web.cases;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.cases.CaseLists.Wanted;
import org.nostos.identity.MeantByName;
import org.nostos.identity.MeantByName.Meant;

/// The cases that the words of a filter mean: those of the persons whom the search finds, and where the
/// words could be a number those whose number begins so.
///
/// @param number the beginning of a number; empty where the words have no digit
/// @param persons null where nothing was typed
/// @param more whether others may be meant who are less like the words
record MeantCases(String number, @Nullable Set<UUID> persons, boolean more) {

    static MeantCases by(String words, MeantByName names) {
        if (words.isBlank()) {
            return new MeantCases("", null, false);
        }
        Meant meant = names.persons(words);
        String number =
                words.chars().anyMatch(Character::isDigit)
                        ? words.strip().toUpperCase(Locale.ROOT)
                        : "";
        return new MeantCases(number, meant.persons(), meant.more());
    }

    Wanted of(@Nullable String word, boolean alarmed, boolean late) {
        return new Wanted(word, number, alarmed, late, persons);
    }
}
