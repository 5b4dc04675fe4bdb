package org.nostos.lists.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Cure;
import org.nostos.lists.Mapping;

/// What a mapping's columns of dates and ages are read with, and whom its columns speak of.
final class Readers {

    private final Map<Integer, DateReader> dates = new HashMap<>();
    private final AgeReader ages;
    private final int[] memberBefore;

    Readers(Mapping mapping, LocalDate asOf, LocalDate today) {
        List<ColumnUse> uses = mapping.uses();
        this.ages = new AgeReader(asOf);
        this.memberBefore = new int[uses.size()];
        int member = -1;
        for (int i = 0; i < uses.size(); i++) {
            ColumnUse use = uses.get(i) instanceof ColumnUse.OfMember of ? of.what() : uses.get(i);
            if (use instanceof ColumnUse.Birth birth) {
                dates.put(i, new DateReader(birth.reading(), asOf, today));
            }
            member = use instanceof ColumnUse.Member ? i : member;
            memberBefore[i] = member;
        }
    }

    /// Reads a date; one that has a fault, as the cure of its row has it.
    DateRead date(int column, String written, @Nullable Cure cure) {
        DateReader reader = Objects.requireNonNull(dates.get(column));
        DateRead read = reader.read(written);
        if (cure == null || !(read instanceof DateRead.Faulty)) {
            return read;
        }
        return switch (cure) {
            case YEAR_ALONE -> reader.yearAlone(written);
            case OTHER_ORDER -> reader.otherOrder(written);
            case JOINED, LEFT_OUT -> read;
        };
    }

    DateRead age(String written) {
        return ages.read(written);
    }

    /// The column, from 0, that names the member of whom this column speaks; or -1.
    int memberColumnBefore(int column) {
        return memberBefore[column];
    }
}
