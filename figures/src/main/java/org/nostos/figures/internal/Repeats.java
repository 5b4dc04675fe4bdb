package org.nostos.figures.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nostos.figures.Qualifier;

/// Knows when a figure says again what another said: the same exact number of the same kind. The fuller
/// mention stands, the others are where it is said again.
///
/// Vague numbers are never taken for each other: thousands here need not be the thousands there.
final class Repeats {
    private static final int MOST_COMPARED = 8;
    private static final int MUCH = 4;

    private final List<Token> tokens;

    Repeats(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// The mentions in groups of one claim each, the fullest first in its group.
    List<List<Read>> grouped(List<Read> all) {
        List<List<Read>> groups = new ArrayList<>();
        Map<String, List<List<Read>>> byNumber = new HashMap<>();
        for (Read read : all) {
            List<List<Read>> same = byNumber.computeIfAbsent(key(read), _ -> new ArrayList<>());
            List<Read> group = null;
            for (int i = same.size() - 1; i >= Math.max(0, same.size() - MOST_COMPARED); i--) {
                if (repeats(same.get(i).getFirst(), read)) {
                    group = same.get(i);
                    break;
                }
            }
            if (group == null) {
                group = new ArrayList<>();
                same.add(group);
                groups.add(group);
            }
            group.add(read);
            if (fullness(read) > fullness(group.getFirst()) + MUCH) {
                group.remove(group.size() - 1);
                group.addFirst(read);
            }
        }
        return groups;
    }

    private static String key(Read read) {
        org.nostos.figures.Amount amount = read.mention().number().amount();
        java.math.BigDecimal high = amount.high();
        boolean open = amount.qualifier() != Qualifier.RANGE;
        return amount.said().stripTrailingZeros().toPlainString()
                + (open || high == null ? "" : "-" + high.stripTrailingZeros().toPlainString())
                + (amount.qualifier() == Qualifier.VAGUE ? "~" : "")
                + "/"
                + read.unit().word();
    }

    private boolean repeats(Read first, Read second) {
        if (first.mention().number().amount().qualifier() == Qualifier.VAGUE) {
            return false;
        }
        boolean definite = definite(second);
        boolean sameKind =
                first.mention().kind() == second.mention().kind()
                        || alike(first.mention().kind(), second.mention().kind());
        boolean sameCategory = first.happening().category() == second.happening().category();
        boolean headline =
                first.mention().sentence().paragraph() == 0
                        || first.mention().sentence().to() - first.mention().sentence().from() < 20;
        boolean small =
                first.mention().number().amount().said().intValue() < 20
                        && first.mention().number().amount().said().signum() > 0;
        if (owned(first) != owned(second)) {
            return false;
        }
        boolean exactly = first.mention().kind() == second.mention().kind();
        if (small) {
            return exactly && sameCategory && (definite || headline);
        }
        boolean unsure = !first.happening().certain() || !second.happening().certain();
        if (definite) {
            return sameKind && (sameCategory || unsure);
        }
        return exactly && (sameCategory || headline)
                || sameKind
                        && (sameCategory && (headline || uneven(first)) || unsure && uneven(first));
    }

    private static boolean alike(Kind one, Kind other) {
        return person(one) && person(other);
    }

    private static boolean person(Kind kind) {
        return kind == Kind.NEUTRAL
                || kind == Kind.FIGHTER
                || kind == Kind.HELD
                || kind == Kind.SOLDIER
                || kind == Kind.FOREIGNER
                || kind == Kind.CIVILIAN;
    }

    /// A number that nobody says by chance of two different things.
    private static boolean uneven(Read read) {
        java.math.BigDecimal said = read.mention().number().amount().said();
        return said.compareTo(java.math.BigDecimal.valueOf(200)) > 0
                && said.remainder(java.math.BigDecimal.valueOf(50)).signum() != 0;
    }

    /// "157 of its troops" are not the 157 of the other side.
    private boolean owned(Read read) {
        int from = read.mention().number().to();
        for (int i = from; i < Math.min(read.mention().to(), from + 3); i++) {
            if (tokens.get(i).word().matches("its|our")) {
                return true;
            }
        }
        return false;
    }

    /// "of the 7,000", "those 450".
    private boolean definite(Read read) {
        int from = read.mention().from();
        return from > 0 && tokens.get(from - 1).word().matches("the|these|those|all");
    }

    private static int fullness(Read read) {
        Mention mention = read.mention();
        return Math.min(mention.to() - mention.from(), 12)
                + (read.speaker() == null ? 0 : 6)
                + (read.happening().certain() ? 3 : 0)
                + (mention.sentence().paragraph() == 0 ? 0 : 4)
                + (mention.counted().anaphoric() ? 0 : 3);
    }
}
