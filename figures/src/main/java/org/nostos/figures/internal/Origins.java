package org.nostos.figures.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The nationality or region of those counted, as it was said.
final class Origins {
    private static final int REACH = 9;

    private final List<Token> tokens;

    Origins(List<Token> tokens) {
        this.tokens = tokens;
    }

    @Nullable String of(Mention mention, String text) {
        Set<String> lands =
                new LinkedHashSet<>(lands(mention.number().to(), mention.counted().to()));
        boolean foreign = foreign(mention.number().to(), mention.counted().to());
        lands.addAll(said(mention));
        if (!lands.isEmpty()) {
            return String.join("; ", lands);
        }
        String from = from(mention, text);
        if (from != null) {
            return from;
        }
        return foreign || mention.kind() == Kind.FOREIGNER ? "foreign" : null;
    }

    private List<String> lands(int from, int to) {
        List<String> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Phrases.Hit<Lexicon.Land> hit = Lexicon.LANDS.at(tokens, i, to);
            if (hit != null && hit.meaning().adjective() && !partOfCompound(i)) {
                found.add(hit.meaning().name());
                i = hit.to() - 1;
            }
        }
        return found;
    }

    /// Kurdish-led is nobody's nationality.
    private boolean partOfCompound(int i) {
        return tokens.get(i).word().indexOf('-') > 0;
    }

    private boolean foreign(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).is("foreign")) {
                return true;
            }
        }
        return false;
    }

    /// "… identified as Iraqi nationals", "480 hold Varland citizenship", "are Iraqis and Syrians".
    private Set<String> said(Mention mention) {
        Set<String> found = new LinkedHashSet<>();
        int to = Math.min(mention.sentence().to(), mention.to() + 2 * REACH);
        for (int i = mention.to(); i < to; i++) {
            String word = tokens.get(i).word();
            if (tokens.get(i).isNumber() || word.equals(";")) {
                break;
            }
            Phrases.Hit<Lexicon.Land> hit = Lexicon.LANDS.at(tokens, i, to);
            boolean national =
                    hit != null
                            && hit.meaning().adjective()
                            && hit.to() < to
                            && tokens.get(hit.to())
                                    .word()
                                    .matches(
                                            "nationals?|citizens?|citizenship|nationality|passports?|origin|descent");
            boolean plural =
                    hit != null
                            && hit.meaning().adjective()
                            && word.endsWith("s")
                            && i > 0
                            && tokens.get(i - 1).word().matches("are|were|and|mostly|mainly");
            if (hit != null && (national || plural)) {
                found.add(hit.meaning().name());
            }
        }
        return found;
    }

    /// "from 44 countries", "from around the world", "from France and Belgium", "nationals of France".
    private @Nullable String from(Mention mention, String text) {
        int at = mention.to();
        int limit = mention.sentence().to();
        if (at + 1 >= limit || !(tokens.get(at).is("from") || tokens.get(at).is("of"))) {
            return null;
        }
        if (tokens.get(at + 1).is("around")
                || tokens.get(at + 1).is("all")
                || tokens.get(at + 1).is("across")) {
            return worldwide(at + 1, limit);
        }
        Set<String> lands = new LinkedHashSet<>();
        for (int i = at + 1; i < Math.min(limit, at + 2 * REACH); i++) {
            Phrases.Hit<Lexicon.Land> hit = Lexicon.LANDS.at(tokens, i, limit);
            if (hit != null && !hit.meaning().adjective()) {
                lands.add(hit.meaning().name());
                i = hit.to() - 1;
            } else if (!tokens.get(i).is(",")
                    && !tokens.get(i).is("and")
                    && !tokens.get(i).is("the")) {
                break;
            }
        }
        Token next = tokens.get(at + 1);
        boolean named =
                next.isCapitalised() && Lexicon.noun(next.word()) == null && !next.is(next.text());
        if (lands.isEmpty() && named && tokens.get(at).is("from") && mention.kind().ofPeople()) {
            lands.add(next.text());
        }
        if (!lands.isEmpty() && !(at + 3 < limit && tokens.get(at + 2).is("to"))) {
            return String.join("; ", lands);
        }
        return counted(at + 1, limit, text);
    }

    private @Nullable String worldwide(int at, int limit) {
        for (int i = at; i < Math.min(limit, at + 4); i++) {
            if (tokens.get(i).is("world") || tokens.get(i).is("globe")) {
                return "worldwide";
            }
        }
        return null;
    }

    /// The words "44 foreign countries" themselves.
    private @Nullable String counted(int at, int limit, String text) {
        for (int i = at; i < Math.min(limit, at + 5); i++) {
            Noun noun = Lexicon.noun(tokens.get(i).word());
            if (noun != null && (noun.kind() == Kind.COUNTRY || noun.kind() == Kind.NATIONALITY)) {
                return Texts.plain(text.substring(tokens.get(at).start(), tokens.get(i).end()));
            }
        }
        return null;
    }
}
