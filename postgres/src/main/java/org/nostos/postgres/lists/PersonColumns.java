package org.nostos.postgres.lists;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.lists.FamilyTie;
import org.nostos.lists.ReadRow;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What is known of the people of many rows as arrays side by side, in the order of the columns from
/// `number` to `family_size` in which the tables of rows keep it.
final class PersonColumns {

    private PersonColumns() {}

    static StatementSpec bind(List<ReadRow> people, StatementSpec statement) {
        StatementSpec bound =
                statement
                        .param(texts(people, ReadRow::number))
                        .param(texts(people, row -> Fields.write(row.values())))
                        .param(texts(people, row -> String.valueOf(row.sex().letter())));
        bound =
                bound.param(births(people, birth -> birth.first().toString()))
                        .param(births(people, birth -> birth.last().toString()))
                        .param(births(people, birth -> birth.precision().name()))
                        .param(births(people, birth -> birth.calendar().name()))
                        .param(births(people, PartialDate::original));
        return bound.param(texts(people, row -> Fields.writeKept(row.kept())))
                .param(families(people, FamilyTie::household))
                .param(families(people, tie -> tie.relation().name()))
                .param(families(people, FamilyTie::stated))
                .param(sizes(people, FamilyTie::size));
    }

    private static @Nullable String[] texts(
            List<ReadRow> people, Function<ReadRow, @Nullable String> text) {
        return PostgresStagedRows.texts(people, text);
    }

    private static @Nullable String[] births(
            List<ReadRow> people, Function<PartialDate, String> text) {
        return texts(
                people,
                row -> {
                    PartialDate birth = row.birth();
                    return birth == null ? null : text.apply(birth);
                });
    }

    private static @Nullable String[] families(
            List<ReadRow> people, Function<FamilyTie, String> text) {
        return texts(
                people,
                row -> {
                    FamilyTie tie = row.family();
                    return tie == null ? null : text.apply(tie);
                });
    }

    private static @Nullable Integer[] sizes(List<ReadRow> people, ToIntFunction<FamilyTie> size) {
        @Nullable Integer[] sizes = new @Nullable Integer[people.size()];
        for (int i = 0; i < sizes.length; i++) {
            FamilyTie tie = people.get(i).family();
            sizes[i] = tie == null || size.applyAsInt(tie) == 0 ? null : size.applyAsInt(tie);
        }
        return sizes;
    }
}
