package org.nostos.transfers;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The transfers that the caller may see: the committee all, a consular officer those to their state whose
/// manifest is frozen. Every method needs a running transaction.
public interface Transfers {

    /// The latest first.
    List<Transfer> all(int most);

    Optional<Transfer> byId(UUID id);

    List<Transfer> byIds(Collection<UUID> ids);

    /// Adds a plan; the database gives its number.
    void begin(Transfer transfer, UUID act);

    /// Waits until nobody else acts on the transfer.
    void turn(UUID transfer);

    /// The steps of these transfers, in the order recorded.
    List<TransferEvent> events(Collection<UUID> transfers);

    void add(TransferEvent event, UUID act);

    /// Everybody who is or was on these transfers, in the order in which they were put there; to none but
    /// the committee.
    List<TransferLine> lines(Collection<UUID> transfers);

    /// The lines of somebody who is known under these persons.
    List<TransferLine> linesOf(Collection<UUID> persons);

    void add(TransferLine line, UUID act);

    /// What happened to these lines, in the order recorded.
    List<LineEvent> lineEvents(Collection<UUID> lines);

    void add(LineEvent event, UUID act);

    /// A line of a manifest, as it was when its freezing was proposed.
    ///
    /// @param family the number of the family on this manifest
    record ManifestLine(
            UUID line,
            int place,
            int family,
            String name,
            String sex,
            String birth,
            String document) {}

    /// The manifest that stands of a transfer, as far as the caller may see it.
    List<ManifestLine> manifest(UUID transfer);

    void write(UUID event, List<ManifestLine> manifest, UUID act);

    /// A file that was printed and signed with a step.
    record PaperOf(UUID event, String number, byte[] pdf, String sha256, String contentSha256) {}

    void keep(UUID transfer, PaperOf paper, UUID act);

    /// The papers of a transfer, the latest first.
    List<PaperOf> papers(UUID transfer);

    void add(Receipt receipt, UUID act);

    /// The receipts of a transfer, the latest first.
    List<Receipt> receipts(UUID transfer);

    /// Somebody who leaves, by the record of the caller's own list.
    record Leaver(
            UUID record,
            String number,
            @Nullable LocalDate planned,
            TransferStanding.State state) {}

    /// Who leaves of the caller's own lists, if the caller holds people; by the planned day.
    List<Leaver> leavers();

    /// So many transfers and people of a kind to a state that stand alike.
    record Counted(
            TransferKind kind,
            String destination,
            TransferStanding.State state,
            long transfers,
            long persons) {}

    /// Counts for who watches and who keeps cases.
    List<Counted> counts();
}
