package org.nostos.lists.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Cure;
import org.nostos.lists.DateReading;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.RowFault;
import org.nostos.lists.RowProblem;

/// Which cures are known for the rows that need a look.
public final class Cures {

    private final Mapping mapping;
    private final LocalDate asOf;

    public Cures(ListVersion version, Mapping mapping) {
        this.mapping = mapping;
        this.asOf = version.asOf();
    }

    /// The cures of each problem, in the problems' order.
    public List<List<Cure>> of(List<RowProblem> problems) {
        Map<Long, RowProblem> cut = new HashMap<>();
        for (RowProblem problem : problems) {
            if (problem.fault() == RowFault.WRONG_NUMBER_OF_CELLS) {
                cut.put(problem.line(), problem);
            }
        }
        return problems.stream().map(problem -> of(problem, cut)).toList();
    }

    private List<Cure> of(RowProblem problem, Map<Long, RowProblem> cut) {
        List<Cure> cures = new ArrayList<>();
        switch (problem.fault()) {
            case DATE_NO_SUCH_DAY, DATE_NO_SUCH_MONTH -> date(problem, cures);
            case WRONG_NUMBER_OF_CELLS -> {
                RowProblem next = cut.get(problem.line() + 1);
                if (next != null && fit(cells(problem), cells(next), mapping.uses().size())) {
                    cures.add(Cure.JOINED);
                }
            }
            case NOTHING_TO_HOLD_ON_TO,
                    LETTERS_LOST,
                    TOO_LONG,
                    CONTROL_CHARACTERS,
                    NUMBER_TWICE,
                    DATE_NOT_READ,
                    DATE_SHORT_YEAR,
                    DATE_TO_COME,
                    DATE_OUTSIDE_CALENDAR,
                    AGE_NOT_READ,
                    SIZE_NOT_READ -> {}
        }
        if (problem.fate() != RowFault.Fate.ROW_LEFT_OUT) {
            cures.add(Cure.LEFT_OUT);
        }
        return cures;
    }

    private void date(RowProblem problem, List<Cure> cures) {
        DateReading reading = reading(problem.column());
        if (reading == null) {
            return;
        }
        DateReader reader = new DateReader(reading, asOf, asOf);
        if (reader.otherOrder(problem.received()) instanceof DateRead.Known) {
            cures.add(Cure.OTHER_ORDER);
        }
        if (reader.yearAlone(problem.received()) instanceof DateRead.Known) {
            cures.add(Cure.YEAR_ALONE);
        }
    }

    private @Nullable DateReading reading(int column) {
        ColumnUse use = mapping.uses().get(column - 1);
        ColumnUse what = use instanceof ColumnUse.OfMember of ? of.what() : use;
        return what instanceof ColumnUse.Birth birth ? birth.reading() : null;
    }

    /// What a date with a fault comes to under this cure, or null if it comes to nothing.
    public @Nullable PartialDate cured(RowProblem problem, Cure cure) {
        DateReading reading = problem.column() == 0 ? null : reading(problem.column());
        if (reading == null) {
            return null;
        }
        DateReader reader = new DateReader(reading, asOf, asOf);
        return switch (cure) {
            case YEAR_ALONE -> date(reader.yearAlone(problem.received()));
            case OTHER_ORDER -> date(reader.otherOrder(problem.received()));
            case JOINED, LEFT_OUT -> null;
        };
    }

    private static @Nullable PartialDate date(DateRead read) {
        return read instanceof DateRead.Known known ? known.date() : null;
    }

    private static int cells(RowProblem problem) {
        return Integer.parseInt(problem.arguments().getFirst());
    }

    /// Whether two pieces make a whole row: cut between two cells, or within one.
    static boolean fit(int first, int second, int whole) {
        return first + second == whole || first + second == whole + 1;
    }

    /// The cells of two rows as one; null if they do not make a whole row.
    static @Nullable List<String> joined(Row first, Row second, int whole) {
        List<String> cells = new ArrayList<>(first.cells());
        if (first.cells().size() + second.cells().size() == whole) {
            cells.addAll(second.cells());
            return cells;
        }
        if (first.cells().size() + second.cells().size() != whole + 1) {
            return null;
        }
        String seam = (cells.removeLast() + " " + second.cells().getFirst()).strip();
        cells.add(seam);
        cells.addAll(second.cells().subList(1, second.cells().size()));
        return cells;
    }
}
