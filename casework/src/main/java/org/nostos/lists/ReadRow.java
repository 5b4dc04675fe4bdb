package org.nostos.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;

/// A person of a row as their list's mapping reads it.
///
/// `values` holds what was written, trimmed and not otherwise touched, in the order of the columns;
/// a role that says nothing is absent. `birth` is absent where no date was given or none could be
/// read. A row that is not `good` is left out when the list is accepted. `part` is 0 for the row's
/// own person; for one of the `members` of the household that the row names beside them it is the
/// column, from 1, in which their name stands.
public record ReadRow(
        long line,
        int part,
        @Nullable String number,
        Map<FieldRole, List<String>> values,
        Sex sex,
        @Nullable PartialDate birth,
        @Nullable FamilyTie family,
        List<KeptCell> kept,
        List<ReadRow> members,
        List<RowProblem> problems,
        boolean good) {}
