package org.nostos.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nostos.names.Alignment;
import org.nostos.names.LetterStep;
import org.nostos.names.LetterStep.Kind;
import org.nostos.names.LetterStep.Reason;
import org.nostos.names.NameWord;

/// Compares whole names: pairs their words, then weighs what is paired against what is left over.
public final class NameMatcher {
    private static final double PAIRED_FROM = .55;
    private static final double EXTRA_WORD = .35;
    private static final double OTHER_ORDER = .03;

    private NameMatcher() {}

    public static double similarity(NameWord left, NameWord right) {
        return ReadWord.of(left).similarity(ReadWord.of(right));
    }

    /// The same from both sides: words that are equally alike are paired in the order in which they are met, so
    /// the names are always met in one order.
    public static double similarity(String left, String right) {
        return left.compareTo(right) <= 0 ? met(left, right) : met(right, left);
    }

    private static double met(String left, String right) {
        List<Word> a = WordReader.split(left);
        List<Word> b = WordReader.split(right);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int[] partner = pair(a, b);
        double alike = 0;
        int paired = 0;
        int turned = 0;
        int last = -1;
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                alike += similarity(a.get(i).word(), b.get(partner[i]).word());
                paired++;
                turned += partner[i] < last ? 1 : 0;
                last = partner[i];
            }
        }
        int differ = Math.min(a.size(), b.size()) - paired;
        int extra = Math.abs(a.size() - b.size());
        double all = paired + differ + EXTRA_WORD * extra;
        return Math.max(0, alike / all - OTHER_ORDER * turned);
    }

    /// For each word of the left name its partner on the right, or -1. The most alike pair first.
    static int[] pair(List<Word> a, List<Word> b) {
        List<ReadWord> lefts = a.stream().map(word -> ReadWord.of(word.word())).toList();
        List<ReadWord> rights = b.stream().map(word -> ReadWord.of(word.word())).toList();
        double[][] alike = new double[a.size()][b.size()];
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                alike[i][j] = lefts.get(i).similarity(rights.get(j)) - .001 * Math.abs(i - j);
            }
        }
        int[] partner = new int[a.size()];
        Arrays.fill(partner, -1);
        boolean[] taken = new boolean[b.size()];
        for (int[] next = best(alike, partner, taken);
                next[0] >= 0;
                next = best(alike, partner, taken)) {
            partner[next[0]] = next[1];
            taken[next[1]] = true;
        }
        return partner;
    }

    private static int[] best(double[][] alike, int[] partner, boolean[] taken) {
        int[] best = {-1, -1};
        double most = PAIRED_FROM;
        for (int i = 0; i < alike.length; i++) {
            for (int j = 0; j < taken.length; j++) {
                if (partner[i] < 0 && !taken[j] && alike[i][j] > most) {
                    most = alike[i][j];
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    public static Alignment align(String left, String right) {
        List<Word> a = WordReader.split(left);
        List<Word> b = WordReader.split(right);
        int[] partner = withDiffering(pair(a, b), b.size());
        List<LetterStep> steps = new ArrayList<>();
        boolean[] shown = new boolean[b.size()];
        int next = 0;
        for (int i = 0; i < a.size(); i++) {
            Word word = a.get(i);
            if (partner[i] < 0) {
                lead(lead(left, word), "", steps);
                add(letters(left, word), "", Reason.WORD_MISSING, steps);
                continue;
            }
            while (next < b.size() && next < partner[i] && isFree(next, partner)) {
                missing(right, b.get(next), steps);
                shown[next++] = true;
            }
            Word other = b.get(partner[i]);
            shown[partner[i]] = true;
            lead(lead(left, word), lead(right, other), steps);
            steps.addAll(LetterReader.read(letters(left, word), letters(right, other)));
            next = Math.max(next, partner[i] + 1);
        }
        for (int j = 0; j < b.size(); j++) {
            if (!shown[j]) {
                missing(right, b.get(j), steps);
            }
        }
        lead(tail(left, a), tail(right, b), steps);
        return new Alignment(steps);
    }

    /// Words left over on both sides at the same place differ from each other.
    private static int[] withDiffering(int[] partner, int rights) {
        for (int i = 0; i < partner.length; i++) {
            int expected = i == 0 ? 0 : partner[i - 1] + 1;
            if (partner[i] < 0
                    && expected < rights
                    && (i == 0 || partner[i - 1] >= 0)
                    && isFree(expected, partner)) {
                partner[i] = expected;
            }
        }
        return partner;
    }

    private static boolean isFree(int j, int[] partner) {
        return Arrays.stream(partner).noneMatch(taken -> taken == j);
    }

    private static String lead(String name, Word word) {
        return name.substring(word.lead(), word.start());
    }

    private static String letters(String name, Word word) {
        return name.substring(word.start(), word.end());
    }

    private static String tail(String name, List<Word> words) {
        return words.isEmpty() ? name : name.substring(words.getLast().end());
    }

    private static void missing(String right, Word word, List<LetterStep> steps) {
        lead("", lead(right, word), steps);
        add("", letters(right, word), Reason.WORD_MISSING, steps);
    }

    private static void lead(String left, String right, List<LetterStep> steps) {
        if (left.isEmpty() && right.isEmpty()) {
            return;
        }
        String a = Folding.fold(left).strip();
        String b = Folding.fold(right).strip();
        if (a.equals(b)) {
            steps.add(new LetterStep(left, right, Kind.SAME, Reason.SAME_LETTER));
        } else if (a.length() < 2 && b.length() < 2) {
            steps.add(new LetterStep(left, right, Kind.HABIT, Reason.SIGN));
        } else if (a.length() >= 2 && b.length() >= 2) {
            steps.add(new LetterStep(left, right, Kind.HABIT, Reason.SAME_SOUND));
        } else {
            Reason reason =
                    (a + b).length() <= 3
                            ? Reason.ARTICLE_NOT_WRITTEN
                            : Reason.PARTICLE_NOT_WRITTEN;
            add(left, right, reason, steps);
        }
    }

    private static void add(String left, String right, Reason reason, List<LetterStep> steps) {
        steps.add(new LetterStep(left, right, Kind.ABSENT, reason));
    }
}
