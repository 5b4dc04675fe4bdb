package org.nostos.figures.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;

/// Where those counted are, or from and to where they moved.
final class Places {
    private static final int REACH = 26;
    private static final int LONGEST = 9;
    private static final int PARAGRAPHS_BACK = 4;
    private static final int MOST_PLACES = 500;
    private static final Set<String> WITHIN =
            Set.of(
                    "in",
                    "at",
                    "inside",
                    "within",
                    "near",
                    "across",
                    "around",
                    "outside",
                    "throughout",
                    "في",
                    "داخل",
                    "بمخيم");
    private static final Set<String> AWAY = Set.of("from", "out", "من");
    private static final Set<String> TOWARDS = Set.of("to", "into", "towards", "الي");
    private static final Set<String> SITES =
            Set.of(
                    "camp",
                    "camps",
                    "prison",
                    "prisons",
                    "jail",
                    "jails",
                    "centre",
                    "center",
                    "centres",
                    "centers",
                    "facility",
                    "facilities",
                    "annex",
                    "province",
                    "region",
                    "district",
                    "districts",
                    "governorate",
                    "town",
                    "city",
                    "village",
                    "villages",
                    "hospital",
                    "settlement",
                    "colony",
                    "barracks",
                    "airport",
                    "crossing",
                    "border",
                    "country",
                    "south",
                    "north",
                    "east",
                    "west",
                    "island",
                    "penitentiary",
                    "shelter",
                    "shelters",
                    "area",
                    "areas",
                    "establishments",
                    "cells",
                    "homeland",
                    "captivity",
                    "مخيم",
                    "سجن",
                    "سجون",
                    "مخيمات",
                    "محافظه",
                    "مدينه",
                    "معسكر");
    private static final Set<String> MODIFIERS =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "its",
                    "their",
                    "our",
                    "northern",
                    "southern",
                    "eastern",
                    "western",
                    "northeastern",
                    "northeast",
                    "northwest",
                    "northwestern",
                    "southeastern",
                    "central",
                    "detention",
                    "displacement",
                    "refugee",
                    "other",
                    "various",
                    "several",
                    "state",
                    "and",
                    "these",
                    "those",
                    "penal",
                    "high-security",
                    "rehabilitation",
                    "this",
                    "that",
                    "closed",
                    "fenced",
                    "reception",
                    "adult",
                    "home",
                    "national",
                    "former",
                    "desert",
                    "military",
                    "overcrowded",
                    "different",
                    "transit",
                    "main",
                    "informal",
                    "juvenile",
                    "women",
                    "deep");

    /// A phrase of place with the word that led to it.
    private record Phrase(int from, int to, String word, boolean named) {}

    private final List<Token> tokens;
    private final String text;
    private final List<Sentence> sentences;
    private final boolean[] spent;
    private @Nullable String main;
    private boolean mainKnown;

    Places(List<Token> tokens, String text, List<Sentence> sentences, boolean[] spent) {
        this.tokens = tokens;
        this.text = text;
        this.sentences = sentences;
        this.spent = spent;
    }

    /// The place of a mention, in the words of the text. `number` is the mention's sentence.
    @Nullable String of(Mention mention, Happening happening, int number) {
        Sentence sentence = mention.sentence();
        int to = Math.min(sentence.to(), Math.max(mention.to(), happening.to()) + REACH);
        List<Phrase> behind = phrases(mention.to(), to);
        List<Phrase> before =
                phrases(Math.max(sentence.from(), mention.from() - REACH), mention.from());
        String found =
                moves(happening.category())
                        ? movement(behind, before, happening.category() == Category.ESCAPED)
                        : still(behind, before);
        if (found == null && mention.kind() == Kind.COUNTRY) {
            return null;
        }
        if (found == null && !moves(happening.category())) {
            found = host(mention, happening);
        }
        if (found != null) {
            return lacksName(found) && main() != null ? found + ", " + main() : found;
        }
        return fallen(mention, number);
    }

    /// "the camp" says less than the report knows.
    private static boolean lacksName(String place) {
        return place.chars().noneMatch(Character::isUpperCase) && !Arabic.isArabic(place);
    }

    /// "Ostmark hosts": the state before the verb is where they are.
    private @Nullable String host(Mention mention, Happening happening) {
        if (!happening.certain() || happening.to() > mention.from()) {
            return null;
        }
        int first = Math.max(mention.sentence().from(), happening.from() - 4);
        for (int i = happening.from() - 1; i >= first; i--) {
            Phrases.Hit<Lexicon.Land> land = Lexicon.LANDS.endingAt(tokens, i + 1, first);
            boolean alone = i == first || !tokens.get(i - 1).isCapitalised();
            if (land != null && !land.meaning().adjective() || name(i) && alone) {
                int from = land == null ? i : land.from();
                return Texts.plain(text.substring(tokens.get(from).start(), tokens.get(i).end()));
            }
            if (tokens.get(i).isCapitalised() || tokens.get(i).is(",")) {
                return null;
            }
        }
        return null;
    }

    /// The place that the report speaks of most.
    private @Nullable String main() {
        if (!mainKnown) {
            mainKnown = true;
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Sentence sentence : sentences) {
                for (Phrase phrase : phrases(sentence.from(), sentence.to())) {
                    count(phrase, counts);
                }
            }
            counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(entry -> main = entry.getKey());
        }
        return main;
    }

    private void count(Phrase phrase, Map<String, Integer> counts) {
        if (!phrase.named || !WITHIN.contains(phrase.word) || counts.size() > MOST_PLACES) {
            return;
        }
        String whole = words(phrase);
        counts.merge(whole, 1, Integer::sum);
        for (int i = phrase.from; i < phrase.to; i++) {
            Phrases.Hit<Lexicon.Land> land = Lexicon.LANDS.at(tokens, i, phrase.to);
            if (land != null
                    && !land.meaning().adjective()
                    && !whole.equals(land.meaning().name())) {
                counts.merge(land.meaning().name(), 1, Integer::sum);
            }
        }
    }

    private static boolean moves(Category category) {
        return switch (category) {
            case REPATRIATED,
                    TRANSFERRED,
                    TO_BE_REPATRIATED,
                    TO_BE_TRANSFERRED,
                    EXCHANGED,
                    ESCAPED,
                    RELEASED,
                    JOINED ->
                    true;
            default -> false;
        };
    }

    private @Nullable String movement(List<Phrase> behind, List<Phrase> before, boolean escape) {
        List<Phrase> all = new ArrayList<>(behind);
        all.addAll(before);
        Phrase from = first(all, AWAY);
        Phrase to = first(all, TOWARDS);
        if (from != null && to != null) {
            return "from " + words(from) + " to " + words(to);
        }
        Phrase here = first(all, WITHIN);
        Phrase one = from != null ? from : to == null || escape && here != null ? here : to;
        if (one == null) {
            return null;
        }
        return one == to && from == null ? "to " + words(one) : words(one);
    }

    private @Nullable String still(List<Phrase> behind, List<Phrase> before) {
        Phrase here = first(behind, WITHIN);
        if (here == null) {
            here = last(before, WITHIN);
        }
        return here == null ? null : words(here);
    }

    private static @Nullable Phrase first(List<Phrase> phrases, Set<String> leading) {
        Phrase unnamed = null;
        for (Phrase phrase : phrases) {
            if (leading.contains(phrase.word)) {
                if (phrase.named) {
                    return phrase;
                }
                unnamed = unnamed == null ? phrase : unnamed;
            }
        }
        return unnamed;
    }

    private static @Nullable Phrase last(List<Phrase> phrases, Set<String> leading) {
        return first(phrases.reversed(), leading);
    }

    private String words(Phrase phrase) {
        int from = phrase.from;
        while (from + 1 < phrase.to && tokens.get(from).word().matches("the|a|an|its|their|this")) {
            from++;
        }
        return Texts.plain(
                text.substring(tokens.get(from).start(), tokens.get(phrase.to - 1).end()));
    }

    private List<Phrase> phrases(int from, int to) {
        List<Phrase> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String word = tokens.get(i).word();
            boolean leads = WITHIN.contains(word) || AWAY.contains(word) || TOWARDS.contains(word);
            Phrase phrase = leads ? phrase(i, to) : null;
            if (phrase != null) {
                found.add(phrase);
                i = phrase.to - 1;
            }
        }
        return found;
    }

    /// A place that begins behind its preposition.
    private @Nullable Phrase phrase(int preposition, int limit) {
        int end = -1;
        boolean named = false;
        int i = preposition + 1;
        int last = Math.min(limit, preposition + 1 + LONGEST);
        while (i < last) {
            Token token = tokens.get(i);
            Phrases.Hit<Lexicon.Land> land = Lexicon.LANDS.at(tokens, i, tokens.size());
            if (land != null && token.isCapitalised() | Arabic.isArabic(token.text())) {
                boolean adjective = land.meaning().adjective();
                end = adjective ? end : land.to();
                named |= !adjective;
                i = land.to();
            } else if (SITES.contains(token.word())) {
                end = i + 1;
                i++;
            } else if (name(i) && !spent[i]) {
                end = i + 1;
                named = true;
                i++;
            } else if (MODIFIERS.contains(token.word())
                    || token.word().matches("[a-z]+-(run|held|managed|led|controlled)")) {
                i++;
            } else if (end > 0 && token.word().matches("of|in|at|'s|for|and|near")) {
                i++;
            } else if (end > 0 && token.is(",") && i + 1 < last && name(i + 1) && named) {
                i++;
            } else {
                break;
            }
        }
        boolean people =
                end > 0
                        && end < tokens.size()
                        && Lexicon.noun(tokens.get(end).word()) != null
                        && !SITES.contains(tokens.get(end).word());
        return end < 0 || people
                ? null
                : new Phrase(preposition + 1, end, tokens.get(preposition).word(), named);
    }

    private boolean name(int i) {
        Token token = tokens.get(i);
        boolean capitals = token.word().equals(token.text()) && token.isCapitalised();
        return (token.isCapitalised() && !capitals || token.word().startsWith("al-"))
                && token.text().length() > 1
                && !Words.MONTHS.contains(token.word())
                && !Words.WEEKDAYS.contains(token.word())
                && Lexicon.noun(token.word()) == null
                && !Words.TELLING.contains(token.word());
    }

    /// No place beside the figure: the last one said before it in its paragraph, else the main one.
    private @Nullable String fallen(Mention mention, int number) {
        for (int i = number; i >= Math.max(0, number - PARAGRAPHS_BACK); i--) {
            Sentence sentence = sentences.get(i);
            if (sentence.paragraph() != mention.sentence().paragraph()) {
                break;
            }
            int to = i == number ? mention.from() : sentence.to();
            Phrase nearest =
                    last(
                            phrases(sentence.from(), to).stream().filter(Phrase::named).toList(),
                            WITHIN);
            if (nearest != null) {
                return words(nearest);
            }
        }
        return main();
    }
}
