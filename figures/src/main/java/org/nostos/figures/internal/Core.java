package org.nostos.figures.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number without its hedge, from token `from` up to but without `to`. `scale` is the word behind it
/// (million), 1 when there is none.
record Core(int from, int to, BigDecimal value, long scale, boolean vague, boolean inDigits) {

    /// The number that begins at a token, if one does.
    static @Nullable Core at(List<Token> tokens, int i, int limit) {
        if (i >= limit) {
            return null;
        }
        Token first = tokens.get(i);
        if (first.isNumber()) {
            return first.value() == null ? null : digits(tokens, i, limit, first.value());
        }
        if (!first.isWord()) {
            return null;
        }
        Core vague = vague(tokens, i, limit);
        return vague != null ? vague : words(tokens, i, limit);
    }

    private static Core digits(List<Token> tokens, int i, int limit, BigDecimal value) {
        Long scale = scaleAt(tokens, i + 1, limit, tokens.get(i));
        return scale == null
                ? new Core(i, i + 1, value, 1, false, true)
                : new Core(i, i + 2, value.multiply(BigDecimal.valueOf(scale)), scale, false, true);
    }

    private static @Nullable Long scaleAt(List<Token> tokens, int i, int limit, Token before) {
        if (i >= limit || !tokens.get(i).isWord()) {
            return null;
        }
        String word = tokens.get(i).word();
        boolean letter = word.equals("k") || word.equals("m") || word.equals("bn");
        return letter && !tokens.get(i).touches(before) ? null : NumberWords.scale(word);
    }

    private static @Nullable Core vague(List<Token> tokens, int i, int limit) {
        Phrases.Hit<Long> hit = Lexicon.VAGUE.at(tokens, i, limit);
        if (hit == null) {
            return null;
        }
        Long scale = hit.to() < limit ? NumberWords.scale(tokens.get(hit.to()).word()) : null;
        return scale == null || hit.meaning() > 9
                ? new Core(i, hit.to(), BigDecimal.valueOf(hit.meaning()), 1, true, false)
                : new Core(
                        i,
                        hit.to() + 1,
                        BigDecimal.valueOf(hit.meaning() * scale),
                        scale,
                        true,
                        false);
    }

    private static @Nullable Core words(List<Token> tokens, int i, int limit) {
        Token first = tokens.get(i);
        if (first.is("half")) {
            return halfOf(tokens, i, limit, 0.5);
        }
        if (first.is("a") || first.is("an")) {
            return article(tokens, i, limit);
        }
        return composed(tokens, i, limit);
    }

    /// A hundred, a dozen, a quarter of a million.
    private static @Nullable Core article(List<Token> tokens, int i, int limit) {
        if (i + 1 >= limit) {
            return null;
        }
        String next = tokens.get(i + 1).word();
        if (next.equals("quarter")) {
            return halfOf(tokens, i + 1, limit, 0.25);
        }
        if (next.equals("half")) {
            return halfOf(tokens, i + 1, limit, 0.5);
        }
        boolean scale = NumberWords.scale(next) != null && next.length() > 2;
        Core rest = scale ? composed(tokens, i + 1, limit) : null;
        return rest == null ? null : new Core(i, rest.to, rest.value, rest.scale, false, false);
    }

    private static @Nullable Core halfOf(List<Token> tokens, int i, int limit, double part) {
        int at = i + 1;
        while (at < limit && (tokens.get(at).is("of") || tokens.get(at).is("a"))) {
            at++;
        }
        Long scale = at < limit && at > i + 1 ? NumberWords.scale(tokens.get(at).word()) : null;
        return scale == null
                ? null
                : new Core(
                        i,
                        at + 1,
                        BigDecimal.valueOf(Math.round(part * scale)),
                        scale,
                        false,
                        false);
    }

    private static @Nullable Core composed(List<Token> tokens, int from, int limit) {
        long total = 0;
        long current = 0;
        long lastScale = 1;
        int words = 0;
        int to = from;
        for (int i = from; i < limit && words < 12; i++) {
            String word = tokens.get(i).word();
            Integer small = NumberWords.small(word);
            Long scale = word.length() > 2 ? NumberWords.scale(word) : null;
            if (small != null && (current % 10 == 0 && current % 100 != 10 || current == 0)) {
                current += small;
            } else if (current >= 3 && current < 10 && word.equals("عشر")) {
                current += 10;
            } else if (scale != null && (scale <= 100 || current < 1_000)) {
                lastScale = Math.max(lastScale, scale);
                if (scale <= 100) {
                    current = Math.max(current, 1) * scale;
                } else {
                    total += Math.max(current, 1) * scale;
                    current = 0;
                }
            } else if (word.equals("and")
                    && words > 0
                    && lastScale > 1
                    && smallAt(tokens, i + 1, limit)) {
                continue;
            } else {
                break;
            }
            words++;
            to = i + 1;
        }
        boolean alone = words == 1 && tokens.get(from).is("one");
        return words == 0 || alone || total + current > 1_000_000_000_000L
                ? null
                : new Core(from, to, BigDecimal.valueOf(total + current), lastScale, false, false);
    }

    private static boolean smallAt(List<Token> tokens, int i, int limit) {
        return i < limit
                && NumberWords.small(tokens.get(i).word()) != null
                && !(i + 1 < limit && NumberWords.scale(tokens.get(i + 1).word()) != null);
    }

    Core times(long factor) {
        return new Core(
                from, to, value.multiply(BigDecimal.valueOf(factor)), factor, vague, inDigits);
    }
}
