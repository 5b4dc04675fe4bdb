package org.nostos.figures.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Claim;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Span;
import org.nostos.figures.Unit;

/// Reads one report from its text to its claims.
///
/// The steps: words and sentences; dates out of the way; each number with its hedge; what it counts; what
/// happened to them; where, who says so, as of when; and which figures say the same. Each step looks only
/// a bounded way around a number, so the time grows with the text and no faster.
public final class ReportReader {
    private static final int MOST_CLAIMS = 20_000;
    private static final int LONGEST_QUOTE = 200;

    private final String text;
    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final boolean[] spent;
    private final List<Dates.Found> dates;
    private final @Nullable String day;
    private final Happenings happenings;
    private final Places places;
    private final Speakers speakers;
    private int nextDate;

    private ReportReader(String text) {
        this.text = text;
        this.tokens = Tokenizer.tokens(text);
        this.sentences = Sentences.of(text, tokens);
        this.spent = new boolean[tokens.size()];
        this.dates = Dates.in(tokens, spent);
        this.day = Dates.ofReport(dates, sentences);
        this.happenings = new Happenings(tokens);
        this.places = new Places(tokens, text, sentences, spent);
        this.speakers = new Speakers(tokens, text, sentences);
    }

    public static List<Claim> claims(String text) {
        ReportReader reader = new ReportReader(text);
        return reader.claims(new Repeats(reader.tokens).grouped(reader.all()));
    }

    private List<Read> all() {
        List<Read> found = new ArrayList<>();
        NumberReader numbers = new NumberReader(tokens);
        Counting counting = new Counting(tokens);
        Read before = null;
        for (int number = 0; number < sentences.size() && found.size() < MOST_CLAIMS; number++) {
            Sentence sentence = sentences.get(number);
            int i = sentence.from();
            while (i < sentence.to()) {
                ReadNumber read = spent[i] ? null : numbers.at(i, sentence);
                if (read == null) {
                    i++;
                    continue;
                }
                i = Math.max(i + 1, read.to());
                Mention earlier = before == null ? null : before.mention();
                Counted counted = counting.of(read, sentence, earlier);
                if (counted != null) {
                    Read understood =
                            understood(new Mention(sentence, read, counted), before, number);
                    if (understood != null) {
                        found.add(understood);
                        before = understood.mention().kind().ofPeople() ? understood : before;
                    }
                }
            }
        }
        return found;
    }

    private @Nullable Read understood(Mention mention, @Nullable Read before, int sentence) {
        Happening happening =
                happenings.of(
                        mention,
                        before == null ? null : before.mention(),
                        before == null ? null : before.happening());
        if (happening == null || !Claims.isClaim(mention, happening, tokens)) {
            return null;
        }
        String place = places.of(mention, happening, sentence);
        boolean shared = before != null && before.mention().sentence().equals(mention.sentence());
        if (before != null
                && (place == null || happening.partOf() != null && shared)
                && mention.kind().ofPeople()) {
            place = before.place() == null ? place : before.place();
        }
        Unit own = mention.number().unit();
        return new Read(
                mention,
                happening,
                own != null ? own : mention.counted().noun().unit(),
                speakers.of(sentence),
                place,
                asOf(mention));
    }

    /// The date in the sentence that stands nearest, else the day of the report.
    private @Nullable String asOf(Mention mention) {
        while (nextDate < dates.size() && dates.get(nextDate).to() <= mention.sentence().from()) {
            nextDate++;
        }
        String nearest = null;
        int distance = Integer.MAX_VALUE;
        for (int i = nextDate; i < dates.size(); i++) {
            Dates.Found date = dates.get(i);
            if (date.from() >= mention.sentence().to()) {
                break;
            }
            int away =
                    date.from() >= mention.to()
                            ? date.from() - mention.to()
                            : mention.from() - date.to();
            if (away < distance) {
                distance = away;
                nearest = date.date();
            }
        }
        return nearest != null ? nearest : relative(mention);
    }

    private @Nullable String relative(Mention mention) {
        if (day == null) {
            return null;
        }
        for (int i = mention.sentence().from(); i + 1 < mention.sentence().to(); i++) {
            if (tokens.get(i).is("this") && tokens.get(i + 1).is("month")) {
                return day.substring(0, 7);
            }
            if (tokens.get(i).is("this") && tokens.get(i + 1).is("year")) {
                return day.substring(0, 4);
            }
        }
        return day;
    }

    private List<Claim> claims(List<List<Read>> groups) {
        CodePoints points = new CodePoints(text);
        Authorities authorities = new Authorities(tokens, text);
        Origins origins = new Origins(tokens);
        List<Claim> claims = new ArrayList<>();
        for (List<Read> group : groups) {
            Read fullest = group.getFirst();
            List<Span> also = new ArrayList<>();
            for (Read again : group.subList(1, group.size())) {
                also.add(span(again.mention(), points));
            }
            claims.add(claim(fullest, also, points, authorities, origins));
        }
        return claims;
    }

    private Claim claim(
            Read read,
            List<Span> also,
            CodePoints points,
            Authorities authorities,
            Origins origins) {
        Mention mention = read.mention();
        Mention whole = read.happening().partOf();
        String origin = mention.kind().ofPeople() ? origins.of(mention, text) : null;
        if (origin == null && whole != null) {
            origin = origins.of(whole, text);
        }
        Category category = Claims.foreignOrNot(read.happening().category(), origin, mention);
        return new Claim(
                span(mention, points),
                quote(mention),
                mention.number().amount(),
                read.unit(),
                subject(mention),
                category,
                origin,
                read.place(),
                Authorities.has(category) ? authorities.of(mention, read.happening()) : null,
                read.speaker(),
                read.asOf(),
                whole == null ? null : quote(whole),
                also);
    }

    private Span span(Mention mention, CodePoints points) {
        int start = tokens.get(mention.from()).start();
        return new Span(points.before(start), points.before(start + quote(mention).length()));
    }

    private String quote(Mention mention) {
        int start = tokens.get(mention.from()).start();
        int end = tokens.get(mention.to() - 1).end();
        return text.substring(start, Math.min(end, start + LONGEST_QUOTE));
    }

    private String subject(Mention mention) {
        Counted counted = mention.counted();
        if (counted.to() <= mention.number().to()) {
            return counted.noun().kind().name().toLowerCase(java.util.Locale.ROOT);
        }
        int from = Math.max(counted.from(), mention.number().to());
        return Texts.plain(
                text.substring(
                        tokens.get(Math.min(from, counted.to() - 1)).start(),
                        tokens.get(counted.to() - 1).end()));
    }

    /// Whether nothing but a magnitude was said.
    static boolean vague(Mention mention) {
        return mention.number().amount().qualifier() == Qualifier.VAGUE;
    }
}
