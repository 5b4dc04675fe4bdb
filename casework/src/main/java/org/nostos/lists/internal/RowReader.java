package org.nostos.lists.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Cure;
import org.nostos.lists.FamilyTie;
import org.nostos.lists.KeptCell;
import org.nostos.lists.Mapping;
import org.nostos.lists.ReadRow;
import org.nostos.lists.Relation;
import org.nostos.lists.RowFault;

/// Reads rows as their list's mapping says, in the order of the file, and notes what is wrong with
/// them.
///
/// A value that cannot be trusted is left out and the rest of its row stands; a row whose name or
/// number is hurt, or that holds on to nobody, is left out whole. A row may name other people of the
/// household beside its own person; they are its members.
public final class RowReader {

    private final Mapping mapping;
    private final List<String> headings;
    private final Readers readers;
    private final FamilyThread families;

    /// @param headings the list's own headings, for what is kept
    /// @param asOf the day of the list
    /// @param today no date of birth lies after this day
    public RowReader(Mapping mapping, List<String> headings, LocalDate asOf, LocalDate today) {
        this.mapping = mapping;
        this.headings = headings;
        this.readers = new Readers(mapping, asOf, today);
        this.families = new FamilyThread(mapping);
    }

    /// Goes past a row that is read already: those behind it may belong to its household.
    public void pass(Row row) {
        families.householdOf(row);
    }

    public ReadRow read(Row row) {
        return read(row, null);
    }

    /// Reads a row with a cure for what is wrong with it.
    ReadRow read(Row row, @Nullable Cure cure) {
        String household = families.householdOf(row);
        return hasWrongCells(row) ? cutWrong(row) : new Reading(row, household, cure).whole();
    }

    private boolean hasWrongCells(Row row) {
        int columns = mapping.uses().size();
        for (int i = columns; i < row.cells().size(); i++) {
            if (!row.cell(i).isBlank()) {
                return true;
            }
        }
        return row.fixed() && row.cells().size() < columns;
    }

    private ReadRow cutWrong(Row row) {
        PersonReading nobody = new PersonReading(row.line(), 0, readers, null);
        nobody.note(
                0,
                String.join(" | ", row.cells()),
                RowFault.WRONG_NUMBER_OF_CELLS,
                List.of(
                        Integer.toString(row.cells().size()),
                        Integer.toString(mapping.uses().size())),
                RowFault.Fate.ROW_LEFT_OUT);
        return nobody.done(null, List.of(), List.of());
    }

    /// The reading of one row.
    private final class Reading {

        private final Row row;
        private final @Nullable String household;
        private final @Nullable Cure cure;
        private final PersonReading own;
        private List<PersonReading> members = List.of();
        private List<KeptCell> kept = List.of();
        private String stated = "";
        private int size;

        Reading(Row row, @Nullable String household, @Nullable Cure cure) {
            this.row = row;
            this.cure = cure;
            this.household = household;
            this.own = new PersonReading(row.line(), 0, readers, cure);
        }

        ReadRow whole() {
            List<ColumnUse> uses = mapping.uses();
            for (int i = 0; i < uses.size(); i++) {
                cell(i, uses.get(i));
            }
            own.mustHold();
            return own.done(ownTie(), kept, members.stream().map(this::member).toList());
        }

        private void cell(int column, ColumnUse use) {
            String cell = row.cell(column);
            if (use instanceof ColumnUse.LeftInFile || cell.isBlank()) {
                return;
            }
            switch (use) {
                case ColumnUse.Kept _ -> keep(column, cell);
                case ColumnUse.Member member -> begin(column, member.relation(), cell.strip());
                case ColumnUse.OfMember of -> ofMember(column, of.what(), cell.strip());
                case ColumnUse.RelationToHead _ -> stated = own.whole(column, cell.strip());
                case ColumnUse.HouseholdSize _ -> size = own.size(column, cell.strip());
                case ColumnUse.FamilyNumber _ -> own.whole(column, cell.strip());
                case ColumnUse.Says _ ->
                        own.take(
                                column,
                                use,
                                mapping.setIn() ? FamilyThread.withoutSetting(cell) : cell.strip());
                case ColumnUse.Birth _, ColumnUse.Age _, ColumnUse.ListNumber _ ->
                        own.take(column, use, cell.strip());
                case ColumnUse.LeftInFile _ -> {}
            }
        }

        private void keep(int column, String cell) {
            if (kept.isEmpty()) {
                kept = new ArrayList<>(2);
            }
            String heading = column < headings.size() ? headings.get(column) : "";
            kept.add(new KeptCell(column + 1, heading, cell));
        }

        private void begin(int column, Relation relation, String name) {
            PersonReading member = new PersonReading(row.line(), column + 1, readers, cure);
            member.is(relation);
            if (member.name(column, name, own)) {
                members = members.isEmpty() ? new ArrayList<>(4) : members;
                members.add(member);
            }
        }

        /// What stands behind a member's empty name speaks of nobody.
        private void ofMember(int column, ColumnUse what, String value) {
            int named = readers.memberColumnBefore(column);
            if (!members.isEmpty() && members.getLast().part() == named + 1) {
                members.getLast().takeFor(own, column, what, value);
            }
        }

        private @Nullable FamilyTie ownTie() {
            String of = household == null ? ofThisRow() : household;
            if (of == null) {
                return null;
            }
            Relation relation = RelationWords.of(stated);
            boolean leads = !members.isEmpty() || of.equals(FamilyTie.ofLine(row.line()));
            return new FamilyTie(
                    of,
                    leads && relation == Relation.NOT_SAID ? Relation.HEAD : relation,
                    stated,
                    size);
        }

        private @Nullable String ofThisRow() {
            return members.isEmpty() && size < 2 ? null : FamilyTie.ofLine(row.line());
        }

        private ReadRow member(PersonReading member) {
            String of = household == null ? FamilyTie.ofLine(row.line()) : household;
            String heading =
                    member.part() <= headings.size() ? headings.get(member.part() - 1) : "";
            return member.done(
                    new FamilyTie(of, member.relation(), heading, 0), List.of(), List.of());
        }
    }
}
