package org.nostos.lists.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Mapping;
import org.nostos.lists.ReadRow;
import org.nostos.lists.RowFault;
import org.nostos.lists.RowProblem;

/// Reads rows as their list's mapping says and notes what is wrong with them.
///
/// A value that cannot be trusted is left out and the rest of its row stands; a row whose name or
/// number is hurt, or that holds on to nobody, is left out whole.
public final class RowReader {

    private static final int LONGEST = 500;

    private final List<ColumnUse> uses;
    private final Map<Integer, DateReader> dates;

    /// @param today no date of birth lies after this day
    public RowReader(Mapping mapping, LocalDate today) {
        this.uses = mapping.uses();
        this.dates = new HashMap<>();
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i) instanceof ColumnUse.Birth birth) {
                dates.put(i, new DateReader(birth.reading(), today));
            }
        }
    }

    public ReadRow read(Row row) {
        Reading reading = new Reading(row);
        return hasWrongCells(row) ? reading.cutWrong() : reading.whole();
    }

    private boolean hasWrongCells(Row row) {
        for (int i = uses.size(); i < row.cells().size(); i++) {
            if (!row.cell(i).isBlank()) {
                return true;
            }
        }
        return row.fixed() && row.cells().size() < uses.size();
    }

    /// The reading of one row.
    private final class Reading {

        private final Row row;
        private final Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
        private List<RowProblem> problems = List.of();
        private @Nullable String number;
        private @Nullable PartialDate birth;
        private boolean held;
        private boolean good = true;

        Reading(Row row) {
            this.row = row;
        }

        ReadRow cutWrong() {
            note(
                    0,
                    String.join(" | ", row.cells()),
                    RowFault.WRONG_NUMBER_OF_CELLS,
                    List.of(Integer.toString(row.cells().size()), Integer.toString(uses.size())),
                    RowFault.Fate.ROW_LEFT_OUT);
            return done();
        }

        ReadRow whole() {
            for (int i = 0; i < uses.size(); i++) {
                cell(i, uses.get(i));
            }
            if (!held && good) {
                note(0, "", RowFault.NOTHING_TO_HOLD_ON_TO, List.of(), RowFault.Fate.ROW_LEFT_OUT);
            }
            return done();
        }

        private void cell(int column, ColumnUse use) {
            if (use instanceof ColumnUse.Kept) {
                return;
            }
            String value = row.cell(column).strip();
            if (value.isEmpty() || isHurt(column, value, use)) {
                return;
            }
            held |= Mapping.holdsOn(use);
            switch (use) {
                case ColumnUse.Says says -> say(says.role(), value);
                case ColumnUse.ListNumber _ -> number = number == null ? value : number;
                case ColumnUse.Birth _ -> date(column, value);
                case ColumnUse.Kept _ -> {}
            }
        }

        private void say(FieldRole role, String value) {
            values.computeIfAbsent(role, _ -> new ArrayList<>(1)).add(value);
        }

        private void date(int column, String value) {
            DateReader reader = Objects.requireNonNull(dates.get(column));
            switch (reader.read(value)) {
                case DateRead.Known known -> {
                    say(FieldRole.BIRTH_DATE, value);
                    birth = birth == null ? known.date() : birth;
                }
                case DateRead.Faulty faulty -> {
                    say(FieldRole.BIRTH_DATE, value);
                    note(
                            column + 1,
                            value,
                            faulty.fault(),
                            faulty.arguments(),
                            RowFault.Fate.VALUE_LEFT_OUT);
                }
                case DateRead.None _ -> {}
            }
        }

        private boolean isHurt(int column, String value, ColumnUse use) {
            RowFault fault = letterFault(value);
            if (fault == null) {
                return false;
            }
            RowFault.Fate fate =
                    Mapping.holdsOn(use)
                            ? RowFault.Fate.ROW_LEFT_OUT
                            : RowFault.Fate.VALUE_LEFT_OUT;
            note(column + 1, value, fault, List.of(Integer.toString(LONGEST)), fate);
            return true;
        }

        private void note(
                int column,
                String received,
                RowFault fault,
                List<String> arguments,
                RowFault.Fate fate) {
            if (problems.isEmpty()) {
                problems = new ArrayList<>(1);
            }
            String shown = fault == RowFault.CONTROL_CHARACTERS ? visible(received) : received;
            problems.add(new RowProblem(row.line(), column, shown, fault, arguments, fate));
            good &= fate != RowFault.Fate.ROW_LEFT_OUT;
        }

        private ReadRow done() {
            return new ReadRow(
                    row.line(),
                    number,
                    values,
                    SexWords.of(first(FieldRole.SEX)),
                    birth,
                    problems,
                    good);
        }

        private @Nullable String first(FieldRole role) {
            List<String> said = values.get(role);
            return said == null ? null : said.getFirst();
        }
    }

    private static @Nullable RowFault letterFault(String value) {
        if (value.length() > LONGEST) {
            return RowFault.TOO_LONG;
        }
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\uFFFD') {
                return RowFault.LETTERS_LOST;
            }
            if (isControl(letter)) {
                return RowFault.CONTROL_CHARACTERS;
            }
        }
        return null;
    }

    private static boolean isControl(char letter) {
        return letter < 0x20 && letter != '\n' && letter != '\t' && letter != '\r'
                || letter >= 0x7F && letter < 0xA0;
    }

    /// Control characters as the pictures that Unicode has for them, so that one can see and store them.
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            shown.append(
                    letter < 0x20 ? (char) (0x2400 + letter) : isControl(letter) ? '␦' : letter);
        }
        return shown.toString();
    }
}
