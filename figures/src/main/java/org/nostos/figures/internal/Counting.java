package org.nostos.figures.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Unit;

/// Finds what a number counts, or that it counts nothing of the field.
final class Counting {
    private static final int LONGEST_NAME = 9;
    private static final int FAR = 8;
    private static final Set<String> TOTALS =
            Set.of(
                    "total",
                    "number",
                    "toll",
                    "population",
                    "figure",
                    "tally",
                    "count",
                    "peak",
                    "totalling",
                    "totaling",
                    "reached",
                    "reaching",
                    "numbered",
                    "numbering",
                    "numbers",
                    "stood");
    private static final Set<String> STAYING =
            Set.of(
                    "present",
                    "remaining",
                    "left",
                    "already",
                    "currently",
                    "now",
                    "affected",
                    "people",
                    "involved",
                    "concerned",
                    "held",
                    "detained",
                    "others",
                    "so");

    private final List<Token> tokens;

    Counting(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// What the number counts; null when it is no figure. `earlier` is the last figure of people.
    @Nullable Counted of(ReadNumber number, Sentence sentence, @Nullable Mention earlier) {
        int to = number.to();
        if (hyphenated(number) || measured(to, sentence) || partOfName(number, sentence)) {
            return null;
        }
        if (number.unit() instanceof Unit.Money) {
            return new Counted(new Noun(Kind.ITEM, Unit.Thing.ITEM), to, to, false);
        }
        Counted named = named(number, sentence);
        if (named != null) {
            return named;
        }
        return anaphor(number, sentence, earlier);
    }

    private boolean hyphenated(ReadNumber number) {
        int to = number.to();
        boolean behind =
                to + 1 < tokens.size()
                        && joint(to)
                        && tokens.get(to).touches(tokens.get(to - 1))
                        && tokens.get(to + 1).isWord()
                        && tokens.get(to + 1).touches(tokens.get(to));
        int core = number.core();
        boolean before =
                core > 0
                        && (joint(core - 1)
                                || tokens.get(core - 1).isWord() && !tokens.get(core - 1).is("و"))
                        && tokens.get(core).touches(tokens.get(core - 1))
                        && number.inDigits()
                        && !tokens.get(core - 1).is("$");
        boolean letters =
                number.inDigits()
                        && to < tokens.size()
                        && tokens.get(to).isWord()
                        && tokens.get(to).touches(tokens.get(to - 1));
        return behind || before || letters;
    }

    private boolean joint(int i) {
        String mark = tokens.get(i).text();
        return mark.equals("-")
                || mark.equals("–")
                || mark.equals("/")
                || mark.equals("#")
                || mark.equals("@")
                || mark.equals("_");
    }

    private boolean measured(int to, Sentence sentence) {
        for (int i = to; i < Math.min(sentence.to(), to + 2); i++) {
            String word = tokens.get(i).word();
            if (Words.MEASURES.contains(word)) {
                return true;
            }
            if (Words.STOP.contains(word) || tokens.get(i).isMark() || Lexicon.noun(word) != null) {
                return false;
            }
        }
        return false;
    }

    /// Kurdistan 24, Article 12, aged 12.
    private boolean partOfName(ReadNumber number, Sentence sentence) {
        int before = number.from() - 1;
        if (before < sentence.from() || !number.inDigits()) {
            return false;
        }
        Token token = tokens.get(before);
        if (token.is("aged") || token.is("age") || token.is("no") || token.is("article")) {
            return true;
        }
        if (token.is("of") && before > 0 && tokens.get(before - 1).word().matches("ages?")) {
            return true;
        }
        boolean name = token.isCapitalised() && before > sentence.from() && !follows(number);
        return name && number.from() == number.core() && !Lexicon.isTrigger(token.word());
    }

    private boolean follows(ReadNumber number) {
        return number.to() < tokens.size() && Lexicon.noun(tokens.get(number.to()).word()) != null;
    }

    /// The noun behind the number.
    private @Nullable Counted named(ReadNumber number, Sentence sentence) {
        int at = beginning(number.to(), sentence);
        int head = -1;
        int people = -1;
        for (int i = at; i < Math.min(sentence.to(), at + LONGEST_NAME); i++) {
            Token token = tokens.get(i);
            if (token.isMark()) {
                int past = pastMark(i, sentence);
                if (past < 0) {
                    break;
                }
                i = past;
                continue;
            }
            if (token.isNumber() || Words.STOP.contains(token.word())) {
                break;
            }
            if (token.is("and") || token.is("or") || token.is("of")) {
                if (head >= 0 || i == at || token.is("of") || !joinsAdjectives(i, sentence)) {
                    break;
                }
                continue;
            }
            if (Lexicon.noun(token.word()) != null) {
                head = i;
                if (!nounFollows(i, sentence)) {
                    break;
                }
            } else if (head >= 0) {
                break;
            } else if (demonym(i)) {
                people = i;
            } else if (Lexicon.isTrigger(token.word()) && !nounFollows(i, sentence)) {
                break;
            }
        }
        if (head >= 0) {
            return extended(head, at, sentence);
        }
        return people >= 0 ? new Counted(Noun.PEOPLE, at, people + 1, false) : null;
    }

    /// "foreign and Arab detainees": an adjective before, and no number behind.
    private boolean joinsAdjectives(int and, Sentence sentence) {
        String before = tokens.get(and - 1).word();
        boolean adjective =
                demonym(and - 1)
                        || before.equals("foreign")
                        || before.endsWith("ed")
                        || Lexicon.noun(before) != null
                        || before.matches("sick|local|male|young|old|elderly");
        return adjective
                && and + 1 < sentence.to()
                && Core.at(tokens, and + 1, sentence.to()) == null;
    }

    private int beginning(int to, Sentence sentence) {
        int at = to;
        while (at < sentence.to()
                && (tokens.get(at).is("of")
                        || Words.DETERMINERS.contains(tokens.get(at).word())
                        || quote(at))) {
            at++;
        }
        boolean whole = at > to && at < sentence.to() && at - to >= 2;
        Core inner = whole ? Core.at(tokens, at, sentence.to()) : null;
        return inner == null ? at : inner.to();
    }

    private boolean quote(int i) {
        return "\"“”'".contains(tokens.get(i).text());
    }

    /// Past a bracket or a quotation mark inside a name; -1 when the mark ends it.
    private int pastMark(int i, Sentence sentence) {
        if (quote(i)) {
            return i;
        }
        if (!tokens.get(i).is("(") && !tokens.get(i).is("[")) {
            return -1;
        }
        for (int close = i + 1; close < Math.min(sentence.to(), i + 6); close++) {
            if (tokens.get(close).is(")") || tokens.get(close).is("]")) {
                return close;
            }
        }
        return -1;
    }

    private boolean nounFollows(int i, Sentence sentence) {
        for (int next = i + 1; next < Math.min(sentence.to(), i + 4); next++) {
            Token token = tokens.get(next);
            if (token.isMark()
                    || token.isNumber()
                    || Words.STOP.contains(token.word())
                    || token.is("and")
                    || token.is("of")
                    || token.is("or")) {
                return false;
            }
            if (Lexicon.noun(token.word()) != null) {
                return !Lexicon.isTrigger(tokens.get(next - 1).word()) || next == i + 1;
            }
        }
        return false;
    }

    private boolean demonym(int i) {
        Phrases.Hit<Lexicon.Land> land =
                Lexicon.LANDS.at(tokens, i, Math.min(tokens.size(), i + 3));
        return land != null && land.meaning().adjective();
    }

    /// Takes in what is joined to the head: women and their children.
    private Counted extended(int head, int from, Sentence sentence) {
        Noun noun = Lexicon.noun(tokens.get(head).word());
        int to = head + 1;
        int at = to < sentence.to() && tokens.get(to).is("(") ? pastMark(to, sentence) + 1 : to;
        if (at > 0 && at < sentence.to() && tokens.get(at).is("and")) {
            int next = at + 1;
            while (next < Math.min(sentence.to(), at + 4)
                    && Core.at(tokens, next, sentence.to()) == null
                    && !Words.STOP.contains(tokens.get(next).word())) {
                Noun joined = Lexicon.noun(tokens.get(next).word());
                if (joined != null
                        && noun != null
                        && joined.kind().ofPeople() == noun.kind().ofPeople()) {
                    to = next + 1;
                }
                next++;
            }
        }
        return new Counted(noun == null ? Noun.PEOPLE : noun, from, to, false);
    }

    /// A number whose noun stands elsewhere.
    private @Nullable Counted anaphor(
            ReadNumber number, Sentence sentence, @Nullable Mention earlier) {
        int to = number.to();
        if (!number.atLeastTwo() && number.unit() == null) {
            return null;
        }
        Counted predicate = predicate(to, sentence);
        if (predicate != null) {
            return predicate;
        }
        if (to + 1 < sentence.to()
                && tokens.get(to).is("of")
                && Words.ANAPHORS.contains(tokens.get(to + 1).word())) {
            return same(earlier, to, to + 2);
        }
        Noun total = total(number, sentence);
        if (total != null) {
            return new Counted(total, to, to, false);
        }
        if (to < sentence.to() && spokenOf(number, sentence)) {
            return same(earlier, to, to);
        }
        return null;
    }

    private static @Nullable Counted same(@Nullable Mention earlier, int from, int to) {
        Noun noun = earlier == null ? Noun.PEOPLE : earlier.counted().noun();
        boolean people = noun.unit() == Unit.Thing.PERSON;
        return new Counted(people ? noun : Noun.PEOPLE, from, to, true);
    }

    /// "27,540 are children", "eleven of them are women".
    private @Nullable Counted predicate(int to, Sentence sentence) {
        int at = to;
        boolean ofThem =
                at + 1 < sentence.to()
                        && tokens.get(at).is("of")
                        && Words.ANAPHORS.contains(tokens.get(at + 1).word());
        at += ofThem ? 2 : 0;
        if (at + 1 >= sentence.to()
                || !(tokens.get(at).is("are")
                        || tokens.get(at).is("were")
                        || tokens.get(at).is("left") && tokens.get(at + 1).is("are"))) {
            return null;
        }
        at += tokens.get(at).is("left") ? 2 : 1;
        for (int i = at; i < Math.min(sentence.to(), at + 3); i++) {
            Noun noun = Lexicon.noun(tokens.get(i).word());
            if (noun != null && !Lexicon.isTrigger(tokens.get(i).word())) {
                return extended(i, i, sentence);
            }
            if (demonym(i) && !nounFollows(i, sentence)) {
                return new Counted(Noun.PEOPLE, to, pastDemonyms(i, sentence), true);
            }
        }
        return null;
    }

    private int pastDemonyms(int i, Sentence sentence) {
        int at = i + 1;
        while (at + 1 < sentence.to() && tokens.get(at).is("and") && demonym(at + 1)) {
            at += 2;
        }
        return at;
    }

    /// The noun of "the number of inmates … at 3,500", "the death toll has risen to 373".
    private @Nullable Noun total(ReadNumber number, Sentence sentence) {
        int first = Math.max(sentence.from(), number.from() - 2 * FAR);
        for (int i = number.from() - 1; i >= first; i--) {
            if (tokens.get(i).is(";") || tokens.get(i).isNumber() && i < number.from() - FAR) {
                return null;
            }
            if (TOTALS.contains(tokens.get(i).word())) {
                if (i > 0 && tokens.get(i - 1).is("death")) {
                    return new Noun(Kind.DEAD, Unit.Thing.PERSON);
                }
                Noun noun = nounAfter(i, number.from());
                return noun != null ? noun : i > number.from() - FAR ? Noun.POPULATION : null;
            }
        }
        return null;
    }

    private @Nullable Noun nounAfter(int from, int to) {
        for (int i = from + 1; i < Math.min(to, from + 6); i++) {
            Noun noun = Lexicon.noun(tokens.get(i).word());
            if (noun != null) {
                return noun;
            }
        }
        return null;
    }

    private boolean spokenOf(ReadNumber number, Sentence sentence) {
        int to = number.to();
        String next = tokens.get(to).word();
        if (Words.AUXILIARY.contains(next)
                || Lexicon.TRIGGERS.at(tokens, to, sentence.to()) != null) {
            return true;
        }
        int before = number.from();
        boolean definite = before > sentence.from() && tokens.get(before - 1).is("the");
        if (STAYING.contains(next) && (definite || !next.equals("people"))) {
            return true;
        }
        if (next.equals("more") || next.equals("others")) {
            return to + 1 >= sentence.to() || !unknownNoun(to + 1);
        }
        return Lexicon.TRIGGERS.endingAt(tokens, before, sentence.from())
                        instanceof Phrases.Hit<Trigger> hit
                && hit.meaning().mayPrecede()
                && !unknownNoun(to);
    }

    private boolean unknownNoun(int i) {
        Token token = tokens.get(i);
        return token.isWord()
                && !Words.STOP.contains(token.word())
                && !token.is("and")
                && Lexicon.noun(token.word()) == null
                && !Lexicon.isTrigger(token.word());
    }
}
