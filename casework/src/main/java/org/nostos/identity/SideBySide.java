package org.nostos.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.AcceptedVersion;

/// Two lists set against each other. Every record of either stands in exactly one row.
public record SideBySide(AcceptedVersion left, AcceptedVersion right, List<Row> rows) {

    public SideBySide {
        rows = List.copyOf(rows);
    }

    /// What a row says of the records in it.
    public enum Part {
        /// One of each list, confirmed to be one person.
        AGREED,
        /// One of each list, asked about and not judged.
        PROPOSED,
        /// More than one could be meant, or one person stands on a list twice, or nobody can tell.
        AMBIGUOUS,
        UNMATCHED_LEFT,
        UNMATCHED_RIGHT
    }

    /// A question about a record of the left and one of the right list.
    public record Link(UUID left, UUID right, @Nullable UUID proposal) {}

    /// Records that stand together. Of an agreed or proposed row there is one on each side.
    public record Row(Part part, List<UUID> left, List<UUID> right, List<Link> links) {
        public Row {
            left = List.copyOf(left);
            right = List.copyOf(right);
            links = List.copyOf(links);
        }
    }

    /// How many records of each list stand in rows of each part. Either side adds up to its list.
    public record Counts(
            long agreed,
            long proposed,
            long ambiguousRows,
            long ambiguousLeft,
            long ambiguousRight,
            long unmatchedLeft,
            long unmatchedRight) {

        public long left() {
            return agreed + proposed + ambiguousLeft + unmatchedLeft;
        }

        public long right() {
            return agreed + proposed + ambiguousRight + unmatchedRight;
        }

        /// How many rows there are of this part.
        public long rows(Part part) {
            return switch (part) {
                case AGREED -> agreed;
                case PROPOSED -> proposed;
                case AMBIGUOUS -> ambiguousRows;
                case UNMATCHED_LEFT -> unmatchedLeft;
                case UNMATCHED_RIGHT -> unmatchedRight;
            };
        }
    }

    public Counts counts() {
        return new Counts(
                count(Part.AGREED),
                count(Part.PROPOSED),
                count(Part.AMBIGUOUS),
                of(Part.AMBIGUOUS).stream().mapToLong(row -> row.left().size()).sum(),
                of(Part.AMBIGUOUS).stream().mapToLong(row -> row.right().size()).sum(),
                count(Part.UNMATCHED_LEFT),
                count(Part.UNMATCHED_RIGHT));
    }

    /// The rows of this part; of all parts without one.
    public List<Row> of(@Nullable Part part) {
        return part == null ? rows : rows.stream().filter(row -> row.part() == part).toList();
    }

    private long count(Part part) {
        return rows.stream().filter(row -> row.part() == part).count();
    }
}
