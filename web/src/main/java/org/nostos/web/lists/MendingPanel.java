package org.nostos.web.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.Cure;
import org.nostos.lists.Mends;
import org.nostos.lists.RowProblem;

/// The rows that need a look with what can be done about them, and what was done.
///
/// `rows` and `people` would become records now. `withoutDay` counts the rows that could keep their
/// year alone.
record MendingPanel(
        boolean mayMend,
        long rows,
        long people,
        long cures,
        long withoutDay,
        List<Remedy> remedies) {

    static final MendingPanel NONE = new MendingPanel(false, 0, 0, 0, 0, List.of());

    /// What can be done about one problem: the cures with what they come to in words, or the cure
    /// that stands.
    record Remedy(
            RowProblem problem, Map<Cure, String> choices, Mends.@Nullable Standing standing) {}

    /// The remedy of the problem in this place of the table.
    public @Nullable Remedy at(int index) {
        return index < remedies.size() ? remedies.get(index) : null;
    }
}
