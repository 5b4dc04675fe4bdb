package org.nostos.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;

/// A row as its list's mapping reads it.
///
/// `values` holds what was written, trimmed and not otherwise touched, in the order of the columns;
/// a role that says nothing is absent. `birth` is absent where no date was given or none could be
/// read. A row that is not `good` is left out when the list is accepted.
public record ReadRow(
        long line,
        @Nullable String number,
        Map<FieldRole, List<String>> values,
        Sex sex,
        @Nullable PartialDate birth,
        List<RowProblem> problems,
        boolean good) {}
