package org.nostos.web.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.SideBySide;
import org.nostos.identity.SideBySide.Part;
import org.nostos.identity.SideLine;

/// Two lists set against each other as their page shows them: the counts, and a page of one part.
public record ComparePage(
        SideBySide sides,
        SideBySide.Counts counts,
        @Nullable Part part,
        List<SideLine> lines,
        int number,
        boolean more) {

    /// How many rows the part has; all without one.
    public long rows(@Nullable Part which) {
        return which == null ? sides.rows().size() : counts.rows(which);
    }
}
