package org.nostos.lists;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.lists.internal.ListFiles;
import org.nostos.parties.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files in: their bytes are kept as they come. What is in them is found out in the background
/// then. Thread-safe.
@Service
public class Receiving {

    /// The largest file.
    public static final long MOST_BYTES = 200L << 20;

    private static final int LONGEST_TITLE = 200;

    /// What came of handing a file in.
    public sealed interface Receipt {
        record Received(UUID version) implements Receipt {}

        /// The party has handed in this very file before, as this version.
        record SeenBefore(ListVersion version) implements Receipt {}

        record Refused(List<Obstacle> obstacles) implements Receipt {}
    }

    /// What stands on the slip: a known list, or else the title of a new one, and the day for which
    /// the list speaks.
    public record Slip(@Nullable UUID list, String title, LocalDate asOf) {}

    /// What a transaction came to: a failure to read the bytes leaves it as well.
    private record Outcome(@Nullable Receipt receipt, @Nullable IOException failure) {}

    private final Acts acts;
    private final Lists lists;
    private final ReceivedFiles files;
    private final Staging staging;
    private final TransactionTemplate transaction;

    public Receiving(
            Acts acts,
            Lists lists,
            ReceivedFiles files,
            Staging staging,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.lists = lists;
        this.files = files;
        this.staging = staging;
        this.transaction = transaction;
    }

    /// Takes the file in for the caller's party. It is gone through in the background.
    ///
    /// @throws IOException if the bytes cannot be read from where they come
    public Receipt receive(Slip slip, FileBytes bytes) throws IOException {
        Optional<Obstacle> obstacle = required(transaction.execute(_ -> obstacle(slip)));
        if (obstacle.isPresent()) {
            return new Receipt.Refused(List.of(obstacle.get()));
        }
        try {
            ListFiles.refuseForeign(bytes);
            Receipt receipt = kept(slip, bytes);
            if (receipt instanceof Receipt.Received) {
                staging.begin();
            }
            return receipt;
        } catch (UnreadableFile e) {
            return new Receipt.Refused(List.of(e.obstacle()));
        }
    }

    private Optional<Obstacle> obstacle(Slip slip) {
        String title = slip.title().strip();
        if (slip.list() == null && (title.isEmpty() || title.length() > LONGEST_TITLE)) {
            return Optional.of(Obstacle.of("obstacle.lists.title"));
        }
        if (slip.list() != null
                && lists.titles().stream().noneMatch(known -> known.list().equals(slip.list()))) {
            return Optional.of(Obstacle.of("obstacle.lists.unknown-list"));
        }
        return slip.asOf().isAfter(LocalDate.now(ZoneOffset.UTC))
                ? Optional.of(Obstacle.of("obstacle.lists.as-of"))
                : Optional.empty();
    }

    private Receipt kept(Slip slip, FileBytes bytes) throws IOException {
        ReceivedFiles.Fingerprint[] print = new ReceivedFiles.Fingerprint[1];
        try {
            Outcome outcome =
                    required(
                            transaction.execute(status -> {
                                Outcome came = keep(slip, bytes, print);
                                if (!(came.receipt() instanceof Receipt.Received)) {
                                    status.setRollbackOnly();
                                }
                                return came;
                            }));
            if (outcome.failure() != null) {
                throw outcome.failure();
            }
            return required(outcome.receipt());
        } catch (DuplicateKeyException e) {
            return seenMeanwhile(print[0], e);
        }
    }

    /// Somebody of the same party handed the same file in at the same time, and was first.
    private Receipt seenMeanwhile(
            ReceivedFiles.@Nullable Fingerprint print, DuplicateKeyException failure) {
        if (print == null) {
            throw failure;
        }
        return required(transaction.execute(_ -> lists.ofFile(print.sha256())))
                .map(Receipt.SeenBefore::new)
                .orElseThrow(() -> failure);
    }

    private Outcome keep(Slip slip, FileBytes bytes, ReceivedFiles.Fingerprint[] taken) {
        UUID file = UUID.randomUUID();
        try {
            ReceivedFiles.Fingerprint print = files.fingerprint(bytes, MOST_BYTES);
            taken[0] = print;
            if (print.size() > MOST_BYTES) {
                Obstacle large = Obstacle.of("obstacle.lists.too-large");
                return new Outcome(new Receipt.Refused(List.of(large)), null);
            }
            Optional<ListVersion> seen = lists.ofFile(print.sha256());
            Receipt receipt =
                    seen.isPresent()
                            ? new Receipt.SeenBefore(seen.get())
                            : new Receipt.Received(add(slip, file, print, bytes));
            return new Outcome(receipt, null);
        } catch (IOException e) {
            return new Outcome(null, e);
        }
    }

    private UUID add(Slip slip, UUID file, ReceivedFiles.Fingerprint print, FileBytes bytes)
            throws IOException {
        UUID party = Caller.required().party();
        UUID version = UUID.randomUUID();
        UUID list = slip.list() == null ? UUID.randomUUID() : slip.list();
        Map<String, ?> detail =
                Map.of("list", list, "version", version, "file", file, "bytes", print.size());
        UUID act =
                acts.record(
                        Act.of("lists.received", Purpose.INTAKE, detail)
                                .withDocument(print.sha256()));
        files.add(file, party, print, bytes, act);
        if (slip.list() == null) {
            lists.add(list, party, slip.title().strip(), act);
        }
        lists.addVersion(version, list, party, file, slip.asOf(), act);
        lists.add(version, party, new ListEvent.Received(), act);
        return version;
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
