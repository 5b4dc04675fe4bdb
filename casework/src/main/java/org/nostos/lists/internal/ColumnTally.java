package org.nostos.lists.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Sex;

/// Collects what one column looks like while the file goes by.
final class ColumnTally {

    private static final int SHOWN = 3;
    private static final int SHOWN_LENGTH = 60;
    private static final int SAMPLE = 200;

    private final int column;
    private final String heading;
    private final @Nullable FieldRole role;
    private final Distinct distinct = new Distinct();
    private final DateTally dates = new DateTally();
    private final Set<String> first = new LinkedHashSet<>();
    private long filled;
    private long empty;
    private long setIn;
    private long sexWords;

    /// @param emptyBefore how many rows went by without this column
    ColumnTally(int column, Heading heading, boolean watchDistinct, long emptyBefore) {
        this.column = column;
        this.heading = heading.text();
        this.role = heading.role();
        this.empty = emptyBefore;
        if (!watchDistinct) {
            distinct.giveUp();
        }
    }

    void add(String cell) {
        String value = cell.strip();
        if (value.isEmpty()) {
            empty++;
            distinct.giveUp();
            return;
        }
        filled++;
        setIn += FamilyThread.isSetIn(cell) ? 1 : 0;
        distinct.add(value);
        if (first.size() < SHOWN) {
            first.add(Cut.to(value, SHOWN_LENGTH));
        }
        if (role == FieldRole.BIRTH_DATE || filled <= SAMPLE) {
            dates.add(value);
            sexWords += SexWords.of(value) == Sex.UNKNOWN ? 0 : 1;
        }
    }

    /// Whether it has neither a heading nor a value.
    boolean isBare() {
        return filled == 0 && heading.isEmpty();
    }

    boolean allDifferent() {
        return filled > 1 && distinct.isDifferent();
    }

    Optional<FieldRole> role() {
        if (role == null && filled > 0 && sexWords == Math.min(filled, SAMPLE)) {
            return Optional.of(FieldRole.SEX);
        }
        return Optional.ofNullable(role);
    }

    String heading() {
        return heading;
    }

    DateTally dates() {
        return dates;
    }

    ColumnSurvey survey(@Nullable ColumnUse proposed) {
        return new ColumnSurvey(
                column,
                heading,
                List.copyOf(first),
                empty,
                allDifferent(),
                setIn,
                dates.evidence(),
                proposed);
    }
}
