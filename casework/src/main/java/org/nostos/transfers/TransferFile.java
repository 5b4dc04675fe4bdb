package org.nostos.transfers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Unmet;

/// A transfer as its page shows it.
///
/// @param unmet what is missing for the transfer as a whole
/// @param leftOut those of the families who are not on it
/// @param last the thing that was recorded last, which a form gives back
/// @param drafters who wrote the plan, and may not confirm its manifest
public record TransferFile(
        Transfer transfer,
        TransferStanding standing,
        List<Row> rows,
        List<Unmet> unmet,
        List<LeftOut> leftOut,
        List<Transfers.ManifestLine> manifest,
        List<Transfers.PaperOf> papers,
        List<Receipt> receipts,
        List<UUID> drafters,
        @Nullable UUID last) {

    /// One of those on it, with what is missing for them.
    public record Row(
            Passenger passenger, List<String> names, LineFacts facts, List<Unmet> unmet) {}

    /// Somebody of the family of one who goes.
    public record LeftOut(UUID person, String number, List<String> names) {}

    public TransferFile {
        rows = List.copyOf(rows);
        unmet = List.copyOf(unmet);
        leftOut = List.copyOf(leftOut);
        manifest = List.copyOf(manifest);
        papers = List.copyOf(papers);
        receipts = List.copyOf(receipts);
        drafters = List.copyOf(drafters);
    }

    /// How many lines are missing in all.
    public int missing() {
        return unmet.size()
                + rows.stream()
                        .filter(row -> row.passenger().standing().isOn())
                        .mapToInt(row -> row.unmet().size())
                        .sum();
    }
}
