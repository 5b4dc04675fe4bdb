package org.nostos.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.Evidence;

/// One row of the comparison: a field, what each record says of it, and what that is worth.
///
/// @param fall null where the field was not compared
public record EvidenceRow(
        FieldRole role,
        List<Side> left,
        List<Side> right,
        @Nullable Fall fall,
        Evidence.@Nullable Code code,
        List<String> arguments,
        @Nullable Letters letters) {

    /// What one record says: the value in pieces, its language, and a line beneath, if it needs one.
    public record Side(List<Letters.Piece> pieces, @Nullable String lang, @Nullable String note) {}

    /// The end of the message that puts the code into words.
    public String words() {
        Evidence.Code found = code;
        if (found == null) {
            return "not-compared";
        }
        return arguments.isEmpty() ? found.key() : found.key() + ".of";
    }
}
