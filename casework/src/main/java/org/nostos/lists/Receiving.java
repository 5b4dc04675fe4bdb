package org.nostos.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.lists.internal.Sha256;
import org.nostos.lists.internal.Surveyor;
import org.nostos.parties.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files in. A file is gone through once before anything of it is kept; what cannot be read as
/// a list is refused with its reason and leaves nothing behind. Thread-safe.
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

    private record Fingerprint(String sha256, long size) {}

    private final Acts acts;
    private final Lists lists;
    private final ReceivedFiles files;
    private final TransactionTemplate transaction;

    public Receiving(Acts acts, Lists lists, ReceivedFiles files, TransactionTemplate transaction) {
        this.acts = acts;
        this.lists = lists;
        this.files = files;
        this.transaction = transaction;
    }

    /// Takes the file in for the caller's party.
    ///
    /// @throws IOException if the bytes cannot be read from where they come
    public Receipt receive(Slip slip, FileBytes bytes) throws IOException {
        Optional<Obstacle> obstacle = transaction.execute(_ -> obstacle(slip));
        if (obstacle != null && obstacle.isPresent()) {
            return new Receipt.Refused(List.of(obstacle.get()));
        }
        Fingerprint print = fingerprint(bytes);
        Optional<ListVersion> seen = transaction.execute(_ -> lists.ofFile(print.sha256()));
        if (seen != null && seen.isPresent()) {
            return new Receipt.SeenBefore(seen.get());
        }
        if (print.size() > MOST_BYTES) {
            return new Receipt.Refused(List.of(Obstacle.of("obstacle.lists.too-large")));
        }
        try {
            Survey survey = Surveyor.survey(bytes);
            return new Receipt.Received(keep(slip, print, survey, bytes));
        } catch (UnreadableFile e) {
            return new Receipt.Refused(List.of(e.obstacle()));
        } catch (DuplicateKeyException e) {
            return seenMeanwhile(print, e);
        }
    }

    /// Somebody of the same party handed the same file in at the same time, and was first.
    private Receipt seenMeanwhile(Fingerprint print, DuplicateKeyException failure) {
        Optional<ListVersion> seen = transaction.execute(_ -> lists.ofFile(print.sha256()));
        if (seen == null || seen.isEmpty()) {
            throw failure;
        }
        return new Receipt.SeenBefore(seen.get());
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

    private UUID keep(Slip slip, Fingerprint print, Survey survey, FileBytes bytes)
            throws IOException {
        UUID version = UUID.randomUUID();
        IOException[] failure = new IOException[1];
        transaction.executeWithoutResult(status -> {
            try {
                write(version, slip, print, survey, bytes);
            } catch (IOException e) {
                failure[0] = e;
                status.setRollbackOnly();
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        return version;
    }

    private void write(UUID version, Slip slip, Fingerprint print, Survey survey, FileBytes bytes)
            throws IOException {
        UUID party = Caller.required().party();
        UUID list = slip.list() == null ? UUID.randomUUID() : slip.list();
        UUID file = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                        "lists.received",
                                        Purpose.INTAKE,
                                        Map.of(
                                                "list", list,
                                                "version", version,
                                                "file", file,
                                                "bytes", print.size(),
                                                "rows", survey.rows()))
                                .withDocument(print.sha256()));
        files.add(file, party, print.sha256(), print.size(), bytes, act);
        if (slip.list() == null) {
            lists.add(list, party, slip.title().strip(), act);
        }
        lists.addVersion(version, list, party, file, slip.asOf(), act);
        lists.add(version, party, new ListEvent.Received(), act);
        lists.add(version, party, new ListEvent.Checked(survey), act);
    }

    private static Fingerprint fingerprint(FileBytes bytes) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        try (InputStream in = new DigestInputStream(bytes.open(), sha256)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new Fingerprint(HexFormat.of().formatHex(sha256.digest()), size);
        }
    }
}
