package org.nostos.lists;

import java.util.List;
import org.nostos.lists.internal.Cut;

/// Something wrong in one row: where, what was received, and what became of it.
///
/// `line` is the line of the file where the row begins, from 1; `column` counts from 1 and is 0 where
/// the whole row is meant. `received` is cut to 200 characters. `fate` is never `BY_COLUMN`.
public record RowProblem(
        long line,
        int column,
        String received,
        RowFault fault,
        List<String> arguments,
        RowFault.Fate fate) {

    private static final int SHOWN = 200;

    public RowProblem {
        received = Cut.to(received, SHOWN);
        arguments = List.copyOf(arguments);
    }
}
