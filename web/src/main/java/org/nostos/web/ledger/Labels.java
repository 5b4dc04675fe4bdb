package org.nostos.web.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Room for the words beside the marks of a chart: each takes the first place around its mark where no
/// other stands, or none.
final class Labels {

    private static final double LETTER = 6.4;
    private static final double HIGH = 34;
    private static final int ROOM = 980;

    private final List<Box> taken = new ArrayList<>();

    /// Where the two lines of words stand.
    ///
    /// @param anchor `start` or `end`
    public record Place(double x, double first, double second, String anchor) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    @Nullable Place place(double x, double y, int letters) {
        taken.add(new Box(x - 6, y - 6, x + 6, y + 6));
        double wide = letters * LETTER;
        for (double up : new double[] {-18, 8, -44, 34, -70, 60}) {
            for (boolean start : new boolean[] {true, false}) {
                double left = start ? x + 10 : x - 10 - wide;
                Box box = new Box(left, y + up, left + wide, y + up + HIGH);
                if (left > Scale.LEFT
                        && box.right() < ROOM
                        && box.top() > 0
                        && box.bottom() < Scale.FOOT
                        && taken.stream().noneMatch(box::meets)) {
                    taken.add(box);
                    return new Place(
                            start ? x + 10 : x - 10,
                            y + up + 13,
                            y + up + 29,
                            start ? "start" : "end");
                }
            }
        }
        return null;
    }
}
