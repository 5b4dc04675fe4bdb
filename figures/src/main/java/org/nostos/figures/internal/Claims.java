package org.nostos.figures.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Unit;

/// Tells a claim from a number that only looks like one.
final class Claims {

    private Claims() {}

    static boolean isClaim(Mention mention, Happening happening, List<Token> tokens) {
        if (mention.number().unit() instanceof Unit.Money) {
            return true;
        }
        if (mention.number().unit() == Unit.Thing.PERCENT
                || mention.number().unit() == Unit.Thing.RATIO) {
            return mention.kind().ofPeople();
        }
        return switch (mention.kind()) {
            case COUNTRY, NATIONALITY -> manyCountries(mention, tokens);
            case FACILITY, EVENT, CASE ->
                    !ReportReader.vague(mention) && !definitePair(mention, tokens);
            case WITNESS -> happening.certain() && harmed(happening.category());
            default -> people(mention, happening);
        };
    }

    private static boolean harmed(Category category) {
        return switch (category) {
            case KILLED, INJURED, HELD, RELEASED, EXCHANGED, CONVICTED -> true;
            default -> false;
        };
    }

    private static boolean people(Mention mention, Happening happening) {
        boolean few = mention.number().amount().said().compareTo(BigDecimal.TEN) < 0;
        boolean unsaid = happening.category() == Category.OTHER && !happening.certain();
        if (unsaid && mention.counted().anaphoric() && mention.kind() == Kind.NEUTRAL) {
            return false;
        }
        return happening.certain() || !(few && (unsaid || ReportReader.vague(mention)));
    }

    private static boolean manyCountries(Mention mention, List<Token> tokens) {
        return !ReportReader.vague(mention) && !definitePair(mention, tokens);
    }

    /// "the two countries", "both sides": named before, not counted.
    private static boolean definitePair(Mention mention, List<Token> tokens) {
        int from = mention.from();
        boolean definite =
                from > 0 && tokens.get(from - 1).word().matches("the|these|those|its|their|both");
        return definite && mention.number().amount().said().compareTo(BigDecimal.valueOf(3)) <= 0;
    }

    /// Held people of a nationality that is called foreign, or of a third state, are held as foreigners.
    static Category foreignOrNot(Category category, @Nullable String origin, Mention mention) {
        if (category != Category.HELD || origin == null) {
            return category;
        }
        boolean foreign =
                origin.equals("foreign")
                        || origin.equals("Europe")
                        || origin.contains("foreign")
                        || origin.equals("worldwide");
        return foreign && mention.kind() != Kind.SOLDIER ? Category.FOREIGN_HELD : category;
    }
}
