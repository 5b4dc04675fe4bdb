package org.nostos.lists.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Cure;
import org.nostos.lists.FamilyTie;
import org.nostos.lists.KeptCell;
import org.nostos.lists.Mapping;
import org.nostos.lists.ReadRow;
import org.nostos.lists.Relation;
import org.nostos.lists.RowFault;
import org.nostos.lists.RowProblem;

/// What a row says about one person, and what is wrong with it.
final class PersonReading {

    private static final int LONGEST = 500;
    private static final int LARGEST_HOUSEHOLD = 99;

    private final long line;
    private final int part;
    private final Readers readers;
    private final @Nullable Cure cure;
    private final Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
    private List<RowProblem> problems = List.of();
    private Relation relation = Relation.NOT_SAID;
    private @Nullable String number;
    private @Nullable PartialDate birth;
    private @Nullable PartialDate byAge;
    private boolean held;
    private boolean good = true;

    PersonReading(long line, int part, Readers readers, @Nullable Cure cure) {
        this.line = line;
        this.part = part;
        this.readers = readers;
        this.cure = cure;
    }

    int part() {
        return part;
    }

    Relation relation() {
        return relation;
    }

    void is(Relation stated) {
        relation = stated;
    }

    /// Takes what a column says about the row's own person.
    void take(int column, ColumnUse use, String value) {
        if (value.isEmpty() || isHurt(column, value, Mapping.holdsOn(use))) {
            return;
        }
        held |= Mapping.holdsOn(use);
        understand(this, column, use, value);
    }

    /// Takes what a column says about a member; what is wrong with it is noted with the row.
    void takeFor(PersonReading row, int column, ColumnUse use, String value) {
        if (!row.isHurt(column, value, false)) {
            understand(row, column, use, value);
        }
    }

    /// Takes the name of a member, and says whether there is one.
    boolean name(int column, String name, PersonReading row) {
        boolean named = name.chars().anyMatch(Character::isLetterOrDigit);
        if (named && !row.isHurt(column, name, false)) {
            say(FieldRole.FULL_NAME, name);
            return true;
        }
        return false;
    }

    private void understand(PersonReading row, int column, ColumnUse use, String value) {
        switch (use) {
            case ColumnUse.Says says -> say(says.role(), value);
            case ColumnUse.ListNumber _ -> number = number == null ? value : number;
            case ColumnUse.Birth _ ->
                    birth = born(row, column, value, readers.date(column, value, cure), birth);
            case ColumnUse.Age _ -> byAge = born(row, column, value, readers.age(value), byAge);
            case ColumnUse.FamilyNumber _,
                    ColumnUse.RelationToHead _,
                    ColumnUse.HouseholdSize _,
                    ColumnUse.Member _,
                    ColumnUse.OfMember _,
                    ColumnUse.Kept _,
                    ColumnUse.LeftInFile _ ->
                    throw new IllegalArgumentException("says nothing of a person: " + use.key());
        }
    }

    private @Nullable PartialDate born(
            PersonReading row,
            int column,
            String value,
            DateRead read,
            @Nullable PartialDate before) {
        return switch (read) {
            case DateRead.Known known -> {
                say(FieldRole.BIRTH_DATE, value);
                yield before == null ? known.date() : before;
            }
            case DateRead.Faulty faulty -> {
                say(FieldRole.BIRTH_DATE, value);
                row.note(
                        column + 1,
                        value,
                        faulty.fault(),
                        faulty.arguments(),
                        RowFault.Fate.VALUE_LEFT_OUT);
                yield before;
            }
            case DateRead.None _ -> before;
        };
    }

    private void say(FieldRole role, String value) {
        values.computeIfAbsent(role, _ -> new ArrayList<>(1)).add(value);
    }

    /// The value if its letters came whole, or nothing.
    String whole(int column, String value) {
        return isHurt(column, value, false) ? "" : value;
    }

    /// How many people the household has, or 0 if that cannot be read.
    int size(int column, String value) {
        String folded = Folding.fold(value);
        if (folded.matches("\\d{1,2}(\\.0)?")) {
            int size = Integer.parseInt(folded.replace(".0", ""));
            if (size >= 1 && size <= LARGEST_HOUSEHOLD) {
                return size;
            }
        }
        note(column + 1, value, RowFault.SIZE_NOT_READ, List.of(), RowFault.Fate.VALUE_LEFT_OUT);
        return 0;
    }

    void mustHold() {
        if (!held && good) {
            note(0, "", RowFault.NOTHING_TO_HOLD_ON_TO, List.of(), RowFault.Fate.ROW_LEFT_OUT);
        }
    }

    private boolean isHurt(int column, String value, boolean holdsOn) {
        RowFault fault = ValueLetters.fault(value, LONGEST);
        if (fault == null) {
            return false;
        }
        RowFault.Fate fate = holdsOn ? RowFault.Fate.ROW_LEFT_OUT : RowFault.Fate.VALUE_LEFT_OUT;
        note(column + 1, value, fault, List.of(Integer.toString(LONGEST)), fate);
        return true;
    }

    void note(
            int column,
            String received,
            RowFault fault,
            List<String> arguments,
            RowFault.Fate fate) {
        if (problems.isEmpty()) {
            problems = new ArrayList<>(1);
        }
        String shown =
                fault == RowFault.CONTROL_CHARACTERS ? ValueLetters.visible(received) : received;
        problems.add(new RowProblem(line, column, shown, fault, arguments, fate));
        good &= fate != RowFault.Fate.ROW_LEFT_OUT;
    }

    ReadRow done(@Nullable FamilyTie family, List<KeptCell> kept, List<ReadRow> members) {
        List<String> sex = values.get(FieldRole.SEX);
        return new ReadRow(
                line,
                part,
                number,
                values,
                SexWords.of(sex == null ? null : sex.getFirst()),
                birth == null ? byAge : birth,
                family,
                kept,
                members,
                problems,
                good);
    }
}
