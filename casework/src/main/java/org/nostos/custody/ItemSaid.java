package org.nostos.custody;

import org.nostos.basics.Stamp;

/// What an officer said of an item of the file: that it was asked and is not known, or where else it is
/// kept; the latest counts.
///
/// @param words the reason, or the place
public record ItemSaid(Stamp stamp, FileItem item, Standing standing, String words) {

    /// What was said.
    public enum Standing {
        ASKED_NOT_KNOWN,
        KEPT_ELSEWHERE,
        /// What was said before no longer holds.
        TAKEN_BACK
    }
}
