package org.nostos.custody;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;

/// How much of the minimum file there is: so many items of so many, and each that is missing. It
/// measures the file and never the person.
public record FileCompleteness(List<Line> lines) {

    public FileCompleteness {
        lines = List.copyOf(lines);
    }

    /// Whether an item is there.
    public enum Standing {
        KNOWN,
        /// Kept in a place that an officer named.
        KEPT_ELSEWHERE,
        /// Somebody asked and nobody knows: said, with the reason.
        ASKED_NOT_KNOWN,
        MISSING
    }

    /// One item, with what was said of it if the house does not hold it.
    public record Line(FileItem item, Standing standing, @Nullable ItemSaid said) {}

    /// The file of somebody who stands so, of whom these items are held.
    public static FileCompleteness of(
            CustodyStatus status, Set<FileItem> held, List<ItemSaid> said, AsOf asOf) {
        Map<FileItem, ItemSaid> latest = new EnumMap<>(FileItem.class);
        for (ItemSaid one : said) {
            if (!one.stamp().recordedAt().isAfter(asOf.known())) {
                latest.merge(
                        one.item(),
                        one,
                        (a, b) -> a.stamp().recordedAt().isAfter(b.stamp().recordedAt()) ? a : b);
            }
        }
        return new FileCompleteness(
                FileItem.askedFor(status).stream()
                        .map(item -> line(item, held.contains(item), latest.get(item)))
                        .toList());
    }

    private static Line line(FileItem item, boolean held, @Nullable ItemSaid said) {
        if (held) {
            return new Line(item, Standing.KNOWN, null);
        }
        if (said == null || said.standing() == ItemSaid.Standing.TAKEN_BACK) {
            return new Line(item, Standing.MISSING, null);
        }
        return new Line(
                item,
                said.standing() == ItemSaid.Standing.KEPT_ELSEWHERE
                        ? Standing.KEPT_ELSEWHERE
                        : Standing.ASKED_NOT_KNOWN,
                said);
    }

    /// How many items there are, here or in a place that is named.
    public long there() {
        return lines.stream()
                .filter(line ->
                        line.standing == Standing.KNOWN || line.standing == Standing.KEPT_ELSEWHERE)
                .count();
    }

    /// How many were asked for and are not known.
    public long askedNotKnown() {
        return lines.stream().filter(line -> line.standing == Standing.ASKED_NOT_KNOWN).count();
    }

    /// The items of which nobody knows anything.
    public List<FileItem> missing() {
        return lines.stream()
                .filter(line -> line.standing == Standing.MISSING)
                .map(Line::item)
                .toList();
    }
}
