package org.nostos.linkage.internal;

import org.nostos.linkage.Evidence.Code;

/// The most that a pair can weigh, by what is known of it without comparing a name. For one thread.
///
/// Most candidates are two people and far below what is asked for, and what was compared before is enough
/// to see it: whether two names are one, or were once found alike or not; whether a sound of one is among
/// the other's names at all. This is the hottest loop of a run. What depends on the row on the right alone
/// is brought to tables in [#begin], so that a pair costs one look for each facet that this row has.
final class Ceiling {
    private static final Facet[] FACETS = Facet.values();

    /// Places in the tables: nothing is known but that the phrases are two, then what [PhraseLevels] found.
    private static final int NOT_KNOWN = PhraseLevels.NOT_KNOWN + 1;

    private static final int PLACES = 2 * PhraseLevels.ACROSS;
    private static final int[] FOUND = found();

    private final Lines lines;
    private final Phrases phrases;
    private final PhraseLevels levels;
    private final Comparing comparing;
    private final Frequencies frequencies;
    private final Weighing weighing;
    private final int[] order;

    private int right;
    private long soundsOfRight;
    private boolean hasDate;
    private final double[] byDate = new double[Facet.BIRTH_DATE.levelCount() + 1];
    private final double[] bySex = new double[Facet.SEX.levelCount() + 1];
    private final Phrased names = new Phrased(mayMove());
    private final Phrased texts = new Phrased(new boolean[PLACES]);
    private final int[] others = new int[FACETS.length];
    private int otherCount;
    private final double[] whatever = new double[FACETS.length];

    private final int[] open = new int[FACETS.length];
    private final double[] ofOpen = new double[FACETS.length];
    private int openCount;

    /// The facets in which the row on the right has one phrase, and what a pair can come to in each.
    private static final class Phrased {
        private final boolean[] mayMove;
        private int count;
        private final int[] facets = new int[FACETS.length];
        private final int[] phrases = new int[FACETS.length];
        private final long[] sounds = new long[FACETS.length];
        private final double[][] here = new double[FACETS.length][PLACES];
        private final double[][] elsewhere = new double[FACETS.length][PLACES];

        Phrased(boolean[] mayMove) {
            this.mayMove = mayMove;
        }
    }

    Ceiling(
            Resolved records,
            Comparing comparing,
            Frequencies frequencies,
            Weighing weighing,
            int[] order) {
        lines = records.lines();
        phrases = records.phrases();
        levels = records.phraseLevels();
        this.comparing = comparing;
        this.frequencies = frequencies;
        this.weighing = weighing;
        this.order = order;
    }

    private static int[] found() {
        int codes = PhraseLevels.CODES.size();
        int[] found = new int[2 * codes];
        for (int code = 0; code < codes; code++) {
            found[code] = code;
            found[codes + code] = PhraseLevels.ACROSS + code;
        }
        return found;
    }

    /// Whether a name of which this was found may still turn out to be in another field.
    private static boolean[] mayMove() {
        boolean[] mayMove = new boolean[PLACES];
        mayMove[NOT_KNOWN] = true;
        for (int found : FOUND) {
            Code code = PhraseLevels.CODES.get(found % PhraseLevels.ACROSS);
            mayMove[found + 1] = code == Code.DIFFERENT || Facet.Kind.NAME.level(code) == 0;
        }
        return mayMove;
    }

    /// Gets ready for pairs of this row, which stands on the right in all of them.
    void begin(int row) {
        right = row;
        soundsOfRight = lines.sounds(row);
        hasDate = false;
        names.count = 0;
        texts.count = 0;
        otherCount = 0;
        for (int f : order) {
            begin(FACETS[f], lines.value(row, f));
        }
    }

    private void begin(Facet facet, int value) {
        if (facet == Facet.SEX) {
            fill(facet, bySex);
        } else if (value == Lines.NONE) {
            return;
        } else if (value >= 0 && facet.kind() == Facet.Kind.NAME) {
            begin(facet, value, names);
        } else if (value >= 0 && facet.kind() == Facet.Kind.TEXT) {
            begin(facet, value, texts);
        } else if (value >= 0 && facet == Facet.BIRTH_DATE) {
            hasDate = true;
            fill(facet, byDate);
        } else {
            others[otherCount++] = facet.number();
        }
        whatever[facet.number()] = most(facet);
    }

    private void begin(Facet facet, int phrase, Phrased into) {
        int at = into.count++;
        into.facets[at] = facet.number();
        into.phrases[at] = phrase;
        into.sounds[at] = phrases.sounds(phrase);
        double[] here = into.here[at];
        double[] elsewhere = into.elsewhere[at];
        here[NOT_KNOWN] = Double.NEGATIVE_INFINITY;
        elsewhere[NOT_KNOWN] = Double.NEGATIVE_INFINITY;
        for (int found : FOUND) {
            int place = found + 1;
            int level = comparing.levelOf(facet.number(), found);
            here[place] = most(facet, level);
            elsewhere[place] =
                    into.mayMove[place]
                            ? Math.max(here[place], most(facet, level - 1))
                            : here[place];
            if (found % PhraseLevels.ACROSS != PhraseLevels.SAME) {
                here[NOT_KNOWN] = Math.max(here[NOT_KNOWN], here[place]);
                elsewhere[NOT_KNOWN] = Math.max(elsewhere[NOT_KNOWN], elsewhere[place]);
            }
        }
    }

    private void fill(Facet facet, double[] table) {
        for (int level = 1; level < table.length; level++) {
            table[level] = most(facet, level);
        }
    }

    private double most(Facet facet, int level) {
        return weighing.weight(facet.number(), level)
                + frequencies.most(facet.number(), level, right);
    }

    private double most(Facet facet) {
        double most = 0;
        for (int level = 1; level <= facet.levelCount(); level++) {
            most = Math.max(most, most(facet, level));
        }
        return most;
    }

    /// The most that the pair of this row with the one begun can weigh.
    double of(int left) {
        openCount = 0;
        return weighing.prior()
                + known(left)
                + phrased(names, left)
                + phrased(texts, left)
                + others(left);
    }

    private double known(int left) {
        double most = bySex[comparing.sex(left, right)];
        if (!hasDate) {
            return most;
        }
        int f = Facet.BIRTH_DATE.number();
        int date = lines.value(left, f);
        return most + (date < 0 ? beyond(f, date) : byDate[comparing.date(left, right)]);
    }

    private double phrased(Phrased ofRight, int left) {
        long soundsOfLeft = lines.sounds(left);
        double most = 0;
        for (int i = 0; i < ofRight.count; i++) {
            int f = ofRight.facets[i];
            int phrase = lines.value(left, f);
            if (phrase < 0) {
                most += beyond(f, phrase);
                continue;
            }
            int found = levels.known(phrase, ofRight.phrases[i]) + 1;
            boolean elsewhere =
                    ofRight.mayMove[found]
                            && (phrases.sounds(phrase) & soundsOfRight
                                            | ofRight.sounds[i] & soundsOfLeft)
                                    != 0;
            double here = (elsewhere ? ofRight.elsewhere : ofRight.here)[i][found];
            if (elsewhere || found == NOT_KNOWN) {
                open(f, here);
            }
            most += here;
        }
        return most;
    }

    private double others(int left) {
        double most = 0;
        for (int i = 0; i < otherCount; i++) {
            most += beyond(others[i], lines.value(left, others[i]));
        }
        return most;
    }

    private double beyond(int f, int value) {
        if (value == Lines.NONE) {
            return 0;
        }
        open(f, whatever[f]);
        return whatever[f];
    }

    private void open(int f, double most) {
        open[openCount] = f;
        ofOpen[openCount++] = most;
    }

    /// How many facets of the last pair may say less than was taken for them.
    int openCount() {
        return openCount;
    }

    int open(int at) {
        return open[at];
    }

    /// What was taken for the facet that is open at this place.
    double ofOpen(int at) {
        return ofOpen[at];
    }
}
