package org.nostos.figures.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Amount;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;

/// Reads one number with its hedge, as a range, as money, as a percentage or a share.
final class NumberReader {
    private static final Map<String, String> CURRENCIES =
            Map.ofEntries(
                    Map.entry("$", "USD"),
                    Map.entry("€", "EUR"),
                    Map.entry("£", "GBP"),
                    Map.entry("dollars", "USD"),
                    Map.entry("dollar", "USD"),
                    Map.entry("usd", "USD"),
                    Map.entry("euros", "EUR"),
                    Map.entry("euro", "EUR"),
                    Map.entry("eur", "EUR"),
                    Map.entry("pounds", "GBP"),
                    Map.entry("gbp", "GBP"),
                    Map.entry("dinars", "IQD"),
                    Map.entry("rubles", "RUB"),
                    Map.entry("roubles", "RUB"),
                    Map.entry("hryvnias", "UAH"),
                    Map.entry("lira", "TRY"),
                    Map.entry("francs", "CHF"),
                    Map.entry("دولار", "USD"),
                    Map.entry("يورو", "EUR"));
    private static final Set<String> CHANGES =
            Set.of(
                    "rose",
                    "risen",
                    "rise",
                    "fell",
                    "fallen",
                    "fall",
                    "grew",
                    "grown",
                    "increased",
                    "increase",
                    "dropped",
                    "drop",
                    "decreased",
                    "declined",
                    "decline",
                    "down",
                    "up",
                    "went",
                    "climbed",
                    "jumped",
                    "shrank",
                    "shrunk",
                    "reduced",
                    "reducing",
                    "cut",
                    "dwindled",
                    "doubled",
                    "soared",
                    "swelled");
    private static final Set<String> FILLERS =
            Set.of("the", "a", "an", "another", "further", "its");
    private static final MathContext SHARE = new MathContext(4, RoundingMode.HALF_UP);

    private final List<Token> tokens;

    NumberReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// The number whose core begins at a token of a sentence, if one does.
    @Nullable ReadNumber at(int i, Sentence sentence) {
        int limit = sentence.to();
        ReadNumber share = share(i, sentence);
        if (share != null) {
            return share;
        }
        Core core = Core.at(tokens, i, limit);
        if (core == null) {
            return null;
        }
        Core upper = upper(core, sentence);
        if (upper != null) {
            return range(core, upper, sentence);
        }
        return hedged(core, sentence);
    }

    private ReadNumber hedged(Core core, Sentence sentence) {
        int from = currencyBefore(core.from(), sentence) ? core.from() - 1 : core.from();
        Unit unit = unitAround(core, from, sentence);
        Phrases.Hit<Qualifier> hedge = hedge(from, sentence);
        Qualifier qualifier = hedge == null ? Qualifier.EXACT : hedge.meaning();
        int to = unitEnd(core.to(), unit, from, sentence);
        Phrases.Hit<Qualifier> behind = Lexicon.TRAILING_HEDGES.at(tokens, to, sentence.to());
        if (behind != null && hedge == null) {
            qualifier = behind.meaning();
            to = behind.to();
        }
        Amount amount = Amount.of(core.value(), core.vague() ? Qualifier.VAGUE : qualifier);
        return new ReadNumber(
                hedge == null ? from : hedge.from(),
                core.from(),
                to,
                amount,
                unit,
                core.inDigits());
    }

    private Phrases.@Nullable Hit<Qualifier> hedge(int from, Sentence sentence) {
        Phrases.Hit<Qualifier> hedge = Lexicon.HEDGES.endingAt(tokens, from, sentence.from());
        if (hedge == null
                && from > sentence.from()
                && FILLERS.contains(tokens.get(from - 1).word())) {
            hedge = Lexicon.HEDGES.endingAt(tokens, from - 1, sentence.from());
        }
        if (hedge == null || particle(hedge, sentence)) {
            return null;
        }
        int before = hedge.from() - 1;
        boolean article =
                before >= sentence.from()
                        && hedge.meaning() == Qualifier.ABOUT
                        && tokens.get(before).is("an");
        return article ? new Phrases.Hit<>(before, hedge.to(), hedge.meaning()) : hedge;
    }

    /// The over of "hand over", the about of "bring about".
    private boolean particle(Phrases.Hit<Qualifier> hedge, Sentence sentence) {
        return hedge.to() - hedge.from() == 1
                && tokens.get(hedge.from()).is("over")
                && hedge.from() > sentence.from()
                && tokens.get(hedge.from() - 1)
                        .word()
                        .matches(
                                "hand(s|ed|ing)?|taken?|takes|taking|took|turn(s|ed|ing)?|give[ns]?|giving|gave");
    }

    private boolean currencyBefore(int core, Sentence sentence) {
        return core > sentence.from() && CURRENCIES.containsKey(tokens.get(core - 1).word());
    }

    private @Nullable Unit unitAround(Core core, int from, Sentence sentence) {
        if (from < core.from()) {
            return money(tokens.get(from).word());
        }
        if (core.to() >= sentence.to()) {
            return null;
        }
        String next = tokens.get(core.to()).word();
        boolean percent =
                next.equals("%")
                        || next.equals("percent")
                        || next.equals("٪")
                        || next.equals("per")
                                && core.to() + 1 < sentence.to()
                                && tokens.get(core.to() + 1).is("cent");
        return percent ? Unit.Thing.PERCENT : money(next);
    }

    private static @Nullable Unit money(String word) {
        String code = CURRENCIES.get(word);
        return code == null ? null : new Unit.Money(Currency.getInstance(code));
    }

    private int unitEnd(int to, @Nullable Unit unit, int from, Sentence sentence) {
        boolean before = from >= 0 && CURRENCIES.containsKey(tokens.get(from).word());
        if (unit == null || before) {
            return to;
        }
        return tokens.get(to).is("per") ? Math.min(to + 2, sentence.to()) : to + 1;
    }

    /// The upper end of a range that begins with a core.
    private @Nullable Core upper(Core lower, Sentence sentence) {
        if (lower.vague() || lower.to() + 1 >= sentence.to()) {
            return null;
        }
        Token joint = tokens.get(lower.to());
        boolean dash = joint.is("-") || joint.is("–") || joint.is("—");
        boolean word =
                joint.is("to") && !changes(lower.from(), sentence)
                        || joint.is("and") && after(lower.from(), "between", sentence)
                        || joint.is("or");
        if (!dash && !word) {
            return null;
        }
        int next = lower.to() + 1;
        next = CURRENCIES.containsKey(tokens.get(next).word()) ? next + 1 : next;
        Core upper = Core.at(tokens, next, sentence.to());
        if (upper == null || upper.vague()) {
            return null;
        }
        Core scaled = scaled(lower, upper);
        boolean grows = scaled.value().compareTo(upper.value()) < 0;
        boolean close = upper.value().compareTo(scaled.value().multiply(BigDecimal.TWO)) <= 0;
        return grows && (!joint.is("or") || close) ? upper : null;
    }

    private boolean changes(int core, Sentence sentence) {
        if (!after(core, "from", sentence)) {
            return false;
        }
        for (int i = Math.max(sentence.from(), core - 7); i < core; i++) {
            if (CHANGES.contains(tokens.get(i).word())) {
                return true;
            }
        }
        return false;
    }

    private boolean after(int core, String word, Sentence sentence) {
        for (int i = core - 1; i >= Math.max(sentence.from(), core - 3); i--) {
            if (tokens.get(i).is(word)) {
                return true;
            }
        }
        return false;
    }

    private static Core scaled(Core lower, Core upper) {
        return lower.scale() == 1
                        && upper.scale() > 1
                        && lower.value().compareTo(upper.value()) < 0
                        && lower.value().compareTo(BigDecimal.valueOf(1_000)) < 0
                ? lower.times(upper.scale())
                : lower;
    }

    private ReadNumber range(Core lower, Core upper, Sentence sentence) {
        ReadNumber low = hedged(lower, sentence);
        Unit behind = unitAround(upper, upper.from(), sentence);
        Unit unit = low.unit() != null ? low.unit() : behind;
        int from = low.from();
        if (from > sentence.from()
                && (tokens.get(from - 1).is("between") || tokens.get(from - 1).is("from"))) {
            from--;
        }
        Amount amount = Amount.range(scaled(lower, upper).value(), upper.value());
        int to = unitEnd(upper.to(), behind, upper.from(), sentence);
        return new ReadNumber(from, lower.from(), to, amount, unit, lower.inDigits());
    }

    /// A third of, two out of five, one in ten.
    private @Nullable ReadNumber share(int i, Sentence sentence) {
        int at = i;
        Token first = tokens.get(at);
        Integer above = first.isNumber() ? small(first) : NumberWords.small(first.word());
        if (above != null && above > 0 && at + 2 < sentence.to()) {
            int below =
                    tokens.get(at + 1).is("in")
                            ? at + 2
                            : tokens.get(at + 1).is("out") && tokens.get(at + 2).is("of")
                                    ? at + 3
                                    : -1;
            Integer of = below > 0 && below < sentence.to() ? smallAt(below) : null;
            if (of != null && of > above && of <= 100 && !capitalNumber(below)) {
                return shared(i, below + 1, above / (double) of, sentence);
            }
        }
        if (first.is("a") || first.is("one") || first.is("two") || first.is("three")) {
            at++;
        }
        Double part = at < sentence.to() ? NumberWords.fraction(tokens.get(at).word()) : null;
        return part != null && at + 1 < sentence.to() && ofPeople(at + 1)
                ? shared(i, at + 1, part, sentence)
                : null;
    }

    private boolean capitalNumber(int i) {
        return tokens.get(i).isNumber() && tokens.get(i).text().length() > 3;
    }

    private boolean ofPeople(int i) {
        return tokens.get(i).is("of")
                        && i + 1 < tokens.size()
                        && !tokens.get(i + 1).is("a")
                        && !tokens.get(i + 1).isNumber()
                || tokens.get(i).is("the")
                || tokens.get(i).is("were")
                || tokens.get(i).is("are");
    }

    private @Nullable Integer smallAt(int i) {
        Token token = tokens.get(i);
        return token.isNumber() ? small(token) : NumberWords.small(token.word());
    }

    private static @Nullable Integer small(Token token) {
        return token.value() != null
                        && token.value().scale() == 0
                        && token.value().compareTo(BigDecimal.valueOf(100)) <= 0
                ? Integer.valueOf(token.value().intValue())
                : null;
    }

    private ReadNumber shared(int from, int to, double part, Sentence sentence) {
        Phrases.Hit<Qualifier> hedge = hedge(from, sentence);
        BigDecimal value = new BigDecimal(part, SHARE).stripTrailingZeros();
        Amount amount = Amount.of(value, hedge == null ? Qualifier.EXACT : hedge.meaning());
        return new ReadNumber(
                hedge == null ? from : hedge.from(), from, to, amount, Unit.Thing.RATIO, false);
    }
}
