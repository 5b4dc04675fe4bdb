package org.nostos.figures.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;

/// Says what happened to those counted, from the nearest word that may have them as its subject or
/// object.
///
/// Each candidate costs its distance; a comma, a new clause and another figure between make it dearer.
/// The members of a list share what is said of the first or the last of them.
final class Happenings {
    private static final int FAR = 20;
    private static final int DEAREST = 20;
    private static final int WINDOW = 7;
    private static final Set<String> CLAUSES =
            Set.of(
                    "that",
                    "who",
                    "which",
                    "while",
                    "said",
                    "says",
                    "told",
                    "after",
                    "because",
                    "when",
                    "but",
                    "as",
                    "where",
                    "noting",
                    "adding",
                    "reported",
                    "announced");
    private static final Set<String> BEING =
            Set.of("was", "were", "been", "be", "being", "are", "is");
    private static final Set<String> PARTS =
            Set.of("among", "of", "they", "these", "those", "including");

    private record Candidate(Trigger trigger, int from, int to, int cost) {}

    private final List<Token> tokens;
    private final boolean aboutAnExchange;

    Happenings(List<Token> tokens) {
        this.tokens = tokens;
        this.aboutAnExchange = exchangeIn(tokens);
    }

    private static boolean exchangeIn(List<Token> tokens) {
        int words = 0;
        for (Token token : tokens.subList(0, Math.min(80, tokens.size()))) {
            words +=
                    token.word().startsWith("exchang")
                                    || token.word().startsWith("swap")
                                    || token.is("تبادل")
                            ? 1
                            : 0;
        }
        return words >= 2;
    }

    /// What happened to those of a mention; null when nothing of the field did. `before` is the mention
    /// before it with what happened to them.
    @Nullable Happening of(Mention mention, @Nullable Mention earlier, @Nullable Happening before) {
        Kind kind = mention.kind();
        if (!kind.ofPeople()) {
            return ofThings(mention);
        }
        Candidate best = best(mention);
        boolean part = earlier != null && before != null && isPart(mention, earlier);
        boolean listed = earlier != null && before != null && isListed(mention, earlier);
        if (earlier != null
                && before != null
                && (part || listed)
                && (best == null || best.cost > 5 || best.trigger.category() == Category.HELD)) {
            Mention whole = part ? earlier : before.partOf();
            Category shared = before.shared();
            boolean group =
                    kind.namesAGroup()
                            && (whole != null
                                    || !before.certain()
                                    || shared == Category.HELD
                                    || shared == Category.FOREIGN_HELD);
            Category category = group && kind.usual() != null ? kind.usual() : own(shared, kind);
            return new Happening(
                    category, mention.from(), mention.to(), before.certain(), shared, whole);
        }
        if (best == null) {
            Happening more =
                    before == null || earlier == null ? null : ofMore(mention, earlier, before);
            return more == null ? ofNoun(mention) : more;
        }
        Category category = settled(best, mention);
        return Happening.of(category, best.from, best.to, true);
    }

    /// What a list says of its women is not said of its men.
    private static Category own(Category shared, Kind kind) {
        boolean group =
                shared == Category.WOMEN
                        || shared == Category.CHILDREN
                        || shared == Category.FAMILIES;
        if (!group || kind.namesAGroup()) {
            return shared;
        }
        return kind.usual() == null ? Category.HELD : kind.usual();
    }

    private @Nullable Happening ofThings(Mention mention) {
        Category category =
                mention.number().unit() instanceof org.nostos.figures.Unit.Money
                        ? Category.COST
                        : mention.kind().usual();
        return category == null
                ? null
                : Happening.of(category, mention.from(), mention.to(), false);
    }

    private @Nullable Happening ofNoun(Mention mention) {
        Category usual = mention.kind().usual();
        if (usual == null) {
            usual = described(mention);
        }
        if (usual == null && mention.kind() != Kind.WITNESS && foreign(mention)) {
            usual = Category.FOREIGN_HELD;
        }
        if (usual == null && custody(mention)) {
            usual = Category.HELD;
        }
        if (usual == null && mention.kind() != Kind.WITNESS) {
            usual = Category.OTHER;
        }
        return usual == null ? null : Happening.of(usual, mention.from(), mention.to(), false);
    }

    /// "2,000 more" have the lot of those before, or will.
    private @Nullable Happening ofMore(Mention mention, Mention earlier, Happening before) {
        if (!mention.counted().anaphoric() || !before.certain() || !near(mention, earlier)) {
            return null;
        }
        Category category = expected(mention) ? toCome(before.category()) : before.category();
        return Happening.of(category, mention.from(), mention.to(), true);
    }

    private boolean expected(Mention mention) {
        int from = Math.max(mention.sentence().from(), mention.from() - 4);
        int to = Math.min(mention.sentence().to(), mention.to() + 4);
        for (int i = from; i < to; i++) {
            if (Lexicon.FUTURE.at(tokens, i, to) != null) {
                return true;
            }
        }
        return false;
    }

    /// What a word before the noun says: wounded soldiers, missing men, displaced people.
    private @Nullable Category described(Mention mention) {
        for (int i = mention.number().to(); i < mention.counted().to() - 1; i++) {
            Noun noun = Lexicon.noun(tokens.get(i).word());
            if (noun != null && noun.kind().usual() != null) {
                return noun.kind().usual();
            }
        }
        return null;
    }

    private boolean foreign(Mention mention) {
        for (int i = mention.number().to(); i < mention.counted().to(); i++) {
            if (tokens.get(i).is("foreign")) {
                return true;
            }
        }
        return false;
    }

    private boolean custody(Mention mention) {
        int to = Math.min(mention.sentence().to(), mention.to() + FAR);
        for (int i = mention.to(); i < to; i++) {
            if (tokens.get(i)
                    .word()
                    .matches(
                            "custody|prisons?|jails?|camps?|detention|captivity|penitentiary|dungeons?")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Candidate best(Mention mention) {
        Candidate inside = inside(mention);
        Candidate first = backward(mention);
        Candidate second = forward(mention);
        Candidate best =
                first == null || second != null && second.cost < first.cost ? second : first;
        return inside != null && (best == null || best.cost > 4) ? inside : best;
    }

    /// A participle within the name: "50 fallen soldiers", "300 jailed fighters".
    private @Nullable Candidate inside(Mention mention) {
        for (int i = mention.number().to(); i < mention.counted().to() - 1; i++) {
            Phrases.Hit<Trigger> hit = Lexicon.TRIGGERS.at(tokens, i, mention.counted().to());
            if (hit != null && hit.meaning().side() != Trigger.Side.BEFORE) {
                return new Candidate(hit.meaning(), hit.from(), hit.to(), 3);
            }
        }
        return null;
    }

    private @Nullable Candidate backward(Mention mention) {
        int penalty = 0;
        Candidate best = null;
        int first = Math.max(mention.sentence().from(), mention.from() - FAR);
        for (int i = mention.from(); i > first; i--) {
            Phrases.Hit<Trigger> hit = Lexicon.TRIGGERS.endingAt(tokens, i, first);
            if (hit != null && hit.meaning().mayPrecede()) {
                int cost =
                        mention.from() - i + penalty + passive(hit.from()) + weight(hit.meaning());
                if (cost <= DEAREST && (best == null || cost < best.cost)) {
                    best = new Candidate(hit.meaning(), hit.from(), hit.to(), cost);
                }
            }
            penalty += dearness(i - 1);
        }
        return best;
    }

    private int passive(int verb) {
        return verb > 0
                        && BEING.contains(tokens.get(verb - 1).word())
                        && verb - 2 >= 0
                        && !tokens.get(verb - 2).is("those")
                ? 7
                : 0;
    }

    private @Nullable Candidate forward(Mention mention) {
        int penalty = 0;
        Candidate best = null;
        int last = Math.min(mention.sentence().to(), mention.to() + FAR);
        for (int i = mention.to(); i < last; i++) {
            Phrases.Hit<Trigger> hit = Lexicon.TRIGGERS.at(tokens, i, mention.sentence().to());
            if (hit != null && hit.meaning().mayFollow()) {
                int cost = i - mention.to() + penalty + weight(hit.meaning());
                if (cost <= DEAREST && (best == null || cost < best.cost)) {
                    best = new Candidate(hit.meaning(), hit.from(), hit.to(), cost);
                }
            }
            boolean relative = i == mention.to() || i == mention.to() + 1;
            penalty += relative && tokens.get(i).word().matches("who|which|that") ? 0 : dearness(i);
        }
        return best;
    }

    private int dearness(int i) {
        Token token = tokens.get(i);
        if (token.isNumber() || NumberWords.small(token.word()) != null) {
            return 3;
        }
        if (token.is(",")) {
            return 2;
        }
        if (token.is(";") || token.is(":") || token.is("—") || token.is("–")) {
            return 5;
        }
        boolean relative = i > 0 && tokens.get(i - 1).is(",") && token.word().matches("who|which");
        if (relative) {
            return 2;
        }
        return CLAUSES.contains(token.word()) ? 6 : token.is("and") ? 2 : 0;
    }

    private static int weight(Trigger trigger) {
        return trigger.category() == Category.HELD ? 4 : 0;
    }

    /// The parts of a whole that was just named.
    private boolean isPart(Mention mention, Mention earlier) {
        if (mention.number().unit() == org.nostos.figures.Unit.Thing.PERCENT
                && !mention.counted().anaphoric()) {
            return false;
        }
        if (earlier.sentence().equals(mention.sentence())) {
            for (int i = earlier.to(); i < mention.from(); i++) {
                if (tokens.get(i).is("including")
                        || tokens.get(i).is("whom")
                        || tokens.get(i).is("comprising")) {
                    return mention.from() - i < 4 || i - earlier.to() < 3;
                }
            }
            return mention.from() - earlier.to() == 1
                    && tokens.get(earlier.to()).is(",")
                    && mention.number().amount().low().compareTo(earlier.number().amount().low())
                            < 0
                    && apposed(mention);
        }
        Token first = tokens.get(mention.sentence().from());
        boolean opens = mention.from() - mention.sentence().from() < 8;
        return opens && PARTS.contains(first.word()) && near(mention, earlier)
                || mention.counted().to() - mention.number().to() == 2
                        && mention.counted().anaphoric()
                        && near(mention, earlier);
    }

    private static boolean near(Mention mention, Mention earlier) {
        return mention.sentence().paragraph() - earlier.sentence().paragraph() <= 1;
    }

    /// "five fighters, three women and two men": smaller, joined by and, and no verb before the end.
    private boolean apposed(Mention mention) {
        int at = mention.to();
        return at < mention.sentence().to()
                && (tokens.get(at).is("and") || tokens.get(at).is(","))
                && at + 1 < mention.sentence().to()
                && (tokens.get(at + 1).isNumber()
                        || NumberWords.small(tokens.get(at + 1).word()) != null);
    }

    private boolean isListed(Mention mention, Mention earlier) {
        if (!earlier.sentence().equals(mention.sentence())) {
            return false;
        }
        int between = mention.from() - earlier.to();
        for (int i = earlier.to(); i < mention.from(); i++) {
            Token token = tokens.get(i);
            if (between > 7
                    || Lexicon.isTrigger(token.word())
                    || token.is(";")
                    || CLAUSES.contains(token.word())) {
                return false;
            }
        }
        if (between > 3) {
            return tokens.get(mention.from() - 1).is("and")
                    || tokens.get(mention.from() - 1).is(",");
        }
        return between >= 1;
    }

    private Category settled(Candidate best, Mention mention) {
        Category category = best.trigger.category();
        Kind kind = mention.kind();
        if (category == Category.HELD && kind.usual() != null) {
            return kind == Kind.DEAD || kind == Kind.INJURED ? category : kind.usual();
        }
        if (aboutAnExchange
                && (category == Category.RELEASED
                        || category == Category.REPATRIATED
                        || category == Category.TRANSFERRED)
                && kind != Kind.DEAD) {
            return Category.EXCHANGED;
        }
        if (category == Category.HELD && foreign(mention)) {
            return Category.FOREIGN_HELD;
        }
        return future(best, mention) ? toCome(category) : category;
    }

    private static Category toCome(Category category) {
        return switch (category) {
            case REPATRIATED -> Category.TO_BE_REPATRIATED;
            case TRANSFERRED -> Category.TO_BE_TRANSFERRED;
            default -> category;
        };
    }

    private boolean future(Candidate best, Mention mention) {
        int from = Math.max(mention.sentence().from(), best.from - WINDOW);
        from = best.from >= mention.to() ? Math.max(from, mention.to()) : from;
        for (int i = from; i < best.from; i++) {
            if (Lexicon.FUTURE.at(tokens, i, best.from) != null) {
                return true;
            }
        }
        boolean infinitive =
                best.from > mention.sentence().from() && tokens.get(best.from - 1).is("to");
        return infinitive && !tokens.get(best.from).word().endsWith("ed");
    }
}
