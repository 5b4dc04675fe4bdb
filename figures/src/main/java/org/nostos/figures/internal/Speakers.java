package org.nostos.figures.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who said what stands in a sentence: a named speaker with the office, a body, a source; null when the
/// report says it itself.
///
/// A name is kept with the office that first came with it, so that a bare surname, "he" or "the
/// minister" later on mean the same speaker.
final class Speakers {
    private static final int LONGEST = 24;
    private static final Set<String> ONGOING =
            Set.of("he", "she", "they", "it", "among", "of", "these", "those", "them", "this");
    private static final Set<String> TELLING_ARABIC =
            Set.of(
                    "اعلن", "اعلنت", "قال", "قالت", "افاد", "افادت", "اكد", "اكدت", "ذكر", "ذكرت",
                    "صرح", "بحسب", "واعلن", "واعلنت", "وقال", "وقالت", "وافاد", "وافادت", "واكد",
                    "واكدت", "وذكر", "وذكرت", "وبحسب");
    private static final Set<String> ENDING_ARABIC =
            Set.of("ان", "يوم", "نقل", "،", "انه", "عن", "خلال");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it");

    private final List<Token> tokens;
    private final String text;
    private final List<Sentence> sentences;
    private final @Nullable String[] speakers;
    private final Map<String, String> byName = new HashMap<>();
    private @Nullable String latest;

    Speakers(List<Token> tokens, String text, List<Sentence> sentences) {
        this.tokens = tokens;
        this.text = text;
        this.sentences = sentences;
        this.speakers = new String[sentences.size()];
        for (int i = 0; i < sentences.size(); i++) {
            speakers[i] = spoken(sentences.get(i));
        }
        handOn();
    }

    @Nullable String of(int sentence) {
        return speakers[sentence];
    }

    /// A sentence without a speaker of its own takes the one before it when it goes on with their words:
    /// by quotation, by a pronoun, or by naming parts. A quotation may also name its speaker after it.
    private void handOn() {
        for (int i = 1; i < speakers.length; i++) {
            Sentence here = sentences.get(i);
            int apart = here.paragraph() - sentences.get(i - 1).paragraph();
            boolean goesOn = ONGOING.contains(tokens.get(here.from()).word());
            boolean quoted = quote(here.from()) || openQuote(here);
            if (speakers[i] == null
                    && speakers[i - 1] != null
                    && (apart == 0 && (goesOn || quoted) || apart == 1 && goesOn)) {
                speakers[i] = speakers[i - 1];
            }
        }
        for (int i = speakers.length - 2; i >= 0; i--) {
            boolean together = sentences.get(i).paragraph() == sentences.get(i + 1).paragraph();
            if (speakers[i] == null && together && quote(sentences.get(i).from())) {
                speakers[i] = speakers[i + 1];
            }
        }
    }

    private boolean quote(int i) {
        return "“\"«".contains(tokens.get(i).text());
    }

    /// Whether the sentence ends inside a quotation that began before it.
    private boolean openQuote(Sentence sentence) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (tokens.get(i).is("”")) {
                return true;
            }
            if (tokens.get(i).is("“")) {
                return false;
            }
        }
        return false;
    }

    private @Nullable String spoken(Sentence sentence) {
        String found = null;
        boolean named = false;
        for (int i = sentence.from(); i < sentence.to(); i++) {
            String candidate = at(i, sentence);
            if (candidate == null) {
                continue;
            }
            String whole = resolved(candidate);
            if (whole == null) {
                continue;
            }
            boolean withName = byName.containsValue(whole);
            if (found == null || withName && !named) {
                found = whole;
                named = withName;
            }
        }
        if (found == null) {
            found = cited(sentence);
        }
        if (found != null) {
            latest = found;
        }
        return found;
    }

    private @Nullable String cited(Sentence sentence) {
        for (int i = sentence.from(); i + 1 < sentence.to(); i++) {
            if (tokens.get(i).is("citing")) {
                return behind(i + 1, sentence);
            }
        }
        return null;
    }

    private @Nullable String at(int i, Sentence sentence) {
        String word = tokens.get(i).word();
        if (TELLING_ARABIC.contains(word)) {
            return behind(i + 1, sentence);
        }
        if (word.equals("according") && i + 1 < sentence.to() && tokens.get(i + 1).is("to")) {
            return behind(i + 2, sentence);
        }
        if ((word.equals("put") || word.equals("told")) && i > sentence.from()) {
            return before(i, sentence);
        }
        boolean going = i > sentence.from() && tokens.get(i - 1).word().matches("is|are|was|were");
        if (going && word.matches("warning|saying|claiming|reporting|estimating")) {
            return before(i - 1, sentence);
        }
        if (!Words.TELLING.contains(word) || tokens.get(i).isCapitalised()) {
            return null;
        }
        boolean passive =
                i > 0
                        && tokens.get(i - 1)
                                .word()
                                .matches("were|was|been|are|is|be|to|as|had|have|not|an|a|some");
        String subject = passive ? null : before(i, sentence);
        return subject != null ? subject : inverted(i, sentence, word);
    }

    /// said Rowan Alder, the ombudsman.
    private @Nullable String inverted(int verb, Sentence sentence, String word) {
        boolean afterQuote = verb > sentence.from() && "”\",".contains(tokens.get(verb - 1).text());
        return afterQuote && word.startsWith("s") ? behind(verb + 1, sentence) : null;
    }

    /// The group of words that begins here: up to a comma that opens no apposition, or to a verb.
    private @Nullable String behind(int from, Sentence sentence) {
        int to = from;
        while (to < Math.min(sentence.to(), from + LONGEST)) {
            Token token = tokens.get(to);
            boolean stops =
                    token.is(";")
                            || ENDING_ARABIC.contains(token.word())
                            || token.is("“")
                            || token.is("\"")
                            || token.is(".")
                            || Words.TELLING.contains(token.word())
                            || token.is("that")
                            || token.isNumber()
                            || Words.WEEKDAYS.contains(token.word())
                            || token.is("who")
                            || token.word().matches("has|have|was|were|are|is|had");
            if (stops || token.is(",") && !apposition(to + 1, sentence)) {
                break;
            }
            to++;
        }
        while (to > from && tokens.get(to - 1).word().matches("on|in|last|,|and|the")) {
            to--;
        }
        return to == from ? null : words(from, to);
    }

    private boolean apposition(int i, Sentence sentence) {
        return i < sentence.to()
                && tokens.get(i)
                        .word()
                        .matches(
                                "the|a|an|head|chief|director|spokesman|spokeswoman|spokesperson|undersecretary|minister|who|deputy|commander|its");
    }

    /// The subject of a verb of telling.
    private @Nullable String before(int verb, Sentence sentence) {
        int to = verb;
        while (to > sentence.from()
                && tokens.get(to - 1)
                        .word()
                        .matches(
                                "also|further|has|have|had|later|earlier|then|publicly|,|repeatedly")) {
            to--;
        }
        if (to > sentence.from() && (Words.WEEKDAYS.contains(tokens.get(to - 1).word()))) {
            to -= to - 1 > sentence.from() && tokens.get(to - 2).is("on") ? 2 : 1;
        }
        int from = to;
        int least = Math.max(sentence.from(), verb - LONGEST);
        while (from > least) {
            int aside = aside(from - 1, least);
            if (aside < 0 && opens(from - 1, sentence)) {
                break;
            }
            from = aside < 0 ? from - 1 : aside;
        }
        from = apposed(from, to, least);
        while (from < to
                && tokens.get(from)
                        .word()
                        .matches(
                                "and|but|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|while|that|as|,|“|”|\"|the|in|of|meanwhile|however")
                && !tokens.get(from).is("the")) {
            from++;
        }
        return from >= to || !speaks(from, to) ? null : words(from, to);
    }

    /// Where a clause about the speaker begins that ends here: ", which ran the prisons,"; -1 for none.
    private int aside(int i, int least) {
        if (tokens.get(i).word().matches("that|which|who")
                && i > least
                && tokens.get(i - 1).isWord()
                && !Words.TELLING.contains(tokens.get(i - 1).word())
                && !tokens.get(i - 1).word().matches("so|is|was|now")) {
            return i;
        }
        if (!tokens.get(i).is(",")) {
            return -1;
        }
        for (int j = i - 1; j > Math.max(least, i - 9); j--) {
            if (tokens.get(j).word().matches("which|who|whose") && tokens.get(j - 1).is(",")) {
                return j - 1;
            }
        }
        return -1;
    }

    private boolean opens(int i, Sentence sentence) {
        Token token = tokens.get(i);
        return i < sentence.from()
                || token.is(",")
                || token.is("”")
                || token.is("\"")
                || token.is("“")
                || token.is(";")
                || token.is(":")
                || token.is("—")
                || token.is("and") && clause(i)
                || token.word()
                        .matches("but|while|that|because|who|which|when|after|where|although");
    }

    private boolean clause(int and) {
        return and > 0 && !tokens.get(and - 1).isCapitalised();
    }

    /// Takes in the name before an apposition: "Name, undersecretary at the ministry, told".
    private int apposed(int from, int to, int least) {
        int comma = from - 1;
        if (comma <= least || !tokens.get(comma).is(",") || !(comma + 1 < to)) {
            return from;
        }
        int start = comma;
        while (start > least
                && (tokens.get(start - 1).isCapitalised()
                        || tokens.get(start - 1)
                                .word()
                                .matches("of|al|bin|ibn|the|for|and|de|van|der"))) {
            start--;
        }
        while (start < comma && !tokens.get(start).isCapitalised()) {
            start++;
        }
        boolean describes =
                tokens.get(from)
                                        .word()
                                        .matches(
                                                "the|a|an|head|chief|director|spokes\\w+|under\\w+|minister|deputy|commander|who|its|\\p{L}+")
                                && !tokens.get(from).isCapitalised()
                        || isLand(from)
                        || possessive(from);
        return start < comma && describes && !isLand(start) ? start : from;
    }

    private boolean isLand(int i) {
        return Lexicon.LANDS.at(tokens, i, tokens.size()) != null;
    }

    private boolean possessive(int i) {
        return tokens.get(i).text().endsWith("s")
                && i + 1 < tokens.size()
                && !tokens.get(i + 1).isCapitalised();
    }

    private boolean speaks(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isNumber()) {
                return false;
            }
        }
        Token last = tokens.get(to - 1);
        return last.isWord()
                && !last.is("which")
                && !last.is("there")
                && !last.is("we")
                && !last.is("i")
                && !last.is("not")
                && !last.is("who")
                && !last.is("to");
    }

    private String words(int from, int to) {
        return Texts.plain(text.substring(tokens.get(from).start(), tokens.get(to - 1).end()));
    }

    /// The whole name and office of a speaker; null when nobody is known by it.
    private @Nullable String resolved(String said) {
        String lower = said.toLowerCase(java.util.Locale.ROOT);
        if (PRONOUNS.contains(lower)) {
            return latest;
        }
        String[] words = said.split(" ", -1);
        String surname = surname(words);
        String known = surname == null ? null : byName.get(surname);
        if (surname == null) {
            boolean definite =
                    lower.startsWith("the ")
                            && words.length <= 4
                            && latest != null
                            && lower.matches(
                                    "the (top |foreign |senior |\\w+ )*(official|minister|spokes\\w+|chief|diplomat|commander|ombudsman|agency|statement|source|president|director|officer|envoy|report|study|data)");
            return definite ? latest : said;
        }
        if (known == null || said.length() > known.length()) {
            byName.put(surname, said);
            return said;
        }
        return known;
    }

    /// The last capitalised word before the first comma, when the words name a person.
    private @Nullable String surname(String... words) {
        String last = null;
        int capitals = 0;
        for (String word : words) {
            if (!word.isEmpty() && Character.isUpperCase(word.codePointAt(0))
                    || word.startsWith("al-")) {
                last = Tokenizer.folded(word.replace(",", ""));
                last = last.startsWith("al-") ? last.substring(3) : last;
                capitals++;
            }
            if (word.endsWith(",")) {
                break;
            }
        }
        boolean body =
                words.length > 0
                        && (words[0].equalsIgnoreCase("the") || words[0].equalsIgnoreCase("a"));
        return capitals == 0 || body ? null : last;
    }
}
