package org.nostos.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.Verdict.Fault;
import org.nostos.journal.internal.Bytes;
import org.nostos.journal.internal.Lines;
import org.nostos.journal.internal.Sha256;

/// Reads an exported journal once and says whether it is whole, or which entry is the first that
/// is not.
///
/// The file works on byte ranges instead of strings: an instance of some years has millions of
/// entries, and whoever doubts it should not have to wait. It recomputes every leaf, link and root;
/// it trusts nothing that the text says of itself.
public final class ExportVerifier {

    private static final int FIELD_TABS = 9;
    private static final int HEX = 2 * Sha256.BYTES;
    private static final int ID_LENGTH = 36;

    private final Lines lines;
    private final @Nullable Seal checkpoint;
    private final Sha256 sha = new Sha256();
    private final JournalHead head = JournalHead.empty();
    private final byte[] leaf = new byte[Sha256.BYTES];
    private @Nullable Seal seal;
    private long pending;
    private boolean ended;

    private ExportVerifier(InputStream in, @Nullable Seal checkpoint) {
        this.lines = new Lines(in);
        this.checkpoint = checkpoint;
    }

    /// Checks a journal against itself.
    public static Verdict verify(InputStream in) throws IOException {
        return new ExportVerifier(in, null).verify();
    }

    /// Checks a journal against itself and against a checkpoint, whose signature the caller has
    /// looked at.
    public static Verdict verify(InputStream in, Seal checkpoint) throws IOException {
        return new ExportVerifier(in, checkpoint).verify();
    }

    private Verdict verify() throws IOException {
        if (!lines.next() || !text(lines.from(), lines.to()).equals(ExportWriter.TITLE)) {
            return broken(Fault.MALFORMED, "the first line is not: " + ExportWriter.TITLE);
        }
        Verdict.Broken fault = atCheckpoint();
        while (fault == null && lines.next()) {
            fault = line();
        }
        return fault == null ? end() : fault;
    }

    private Verdict end() {
        if (!ended) {
            return broken(Fault.CUT_OFF, "the file ends before its last line: its end is cut off");
        }
        if (checkpoint != null && head.size() < checkpoint.size()) {
            return broken(
                    Fault.CUT_OFF,
                    "the checkpoint covers "
                            + checkpoint.size()
                            + " entries, here are "
                            + head.size()
                            + ": the end is cut off");
        }
        long sealed = seal == null ? 0 : seal.size();
        return new Verdict.Whole(seal, head.size() - sealed + pending, checkpoint != null);
    }

    private Verdict.@Nullable Broken line() {
        int length = lines.to() - lines.from();
        if (!lines.complete() || ended || length < 2 || at(1) != '\t') {
            return broken(Fault.MALFORMED, "this is no line of a journal");
        }
        return switch (at(0)) {
            case 'E' -> pending == 0 ? entry() : misplaced();
            case 'S' -> pending == 0 ? seal() : misplaced();
            case 'P' -> pendingEntry();
            case 'Z' -> last();
            default -> broken(Fault.MALFORMED, "this is no line of a journal");
        };
    }

    private Verdict.Broken misplaced() {
        return broken(Fault.MALFORMED, "nothing chained comes after a pending entry");
    }

    private byte at(int offset) {
        return lines.buffer()[lines.from() + offset];
    }

    private Verdict.@Nullable Broken entry() {
        byte[] buffer = lines.buffer();
        int at = lines.from() + 2;
        long number = 0;
        while (at < lines.to() && buffer[at] >= '0' && buffer[at] <= '9') {
            number = number * 10 + (buffer[at++] - '0');
        }
        int linkAt = at + 1;
        int lineAt = linkAt + HEX + 1;
        if (lineAt > lines.to() || buffer[at] != '\t' || buffer[lineAt - 1] != '\t') {
            return broken(Fault.MALFORMED, "this is no line of an entry");
        }
        if (number != head.size() + 1) {
            return missing(number, lineAt);
        }
        if (!isEntry(buffer, lineAt)) {
            return broken(Fault.MALFORMED, "this is no line of an entry", lineAt);
        }
        return chain(buffer, linkAt, lineAt);
    }

    private Verdict.@Nullable Broken chain(byte[] buffer, int linkAt, int lineAt) {
        buffer[lineAt - 1] = 0; // the leaf's prefix takes the place of the tab
        sha.of(buffer, lineAt - 1, lines.to() - lineAt + 1, leaf, 0);
        head.append(leaf, 0);
        if (!head.linkIs(buffer, linkAt)) {
            return changed(lineAt);
        }
        return atCheckpoint();
    }

    private Verdict.Broken missing(long found, int lineAt) {
        long expected = head.size() + 1;
        return new Verdict.Broken(
                expected,
                id(lineAt),
                Fault.MISSING,
                "entry " + expected + " is missing: number " + found + " stands in its place",
                lines.number());
    }

    private Verdict.Broken changed(int lineAt) {
        return new Verdict.Broken(
                head.size(),
                id(lineAt),
                Fault.CHANGED,
                "entry " + head.size() + " is not the one that was chained here",
                lines.number());
    }

    private Verdict.@Nullable Broken atCheckpoint() {
        if (checkpoint == null
                || checkpoint.size() != head.size()
                || checkpoint.sameEntries(head.seal(checkpoint.sealedAt()))) {
            return null;
        }
        long known = seal == null ? 0 : seal.size();
        return new Verdict.Broken(
                head.size(),
                null,
                Fault.CHECKPOINT_DIFFERS,
                "the first "
                        + head.size()
                        + " entries are not those the checkpoint was signed over, though they agree"
                        + " among themselves (last seal read: "
                        + known
                        + "): the journal was written anew",
                lines.number());
    }

    private Verdict.@Nullable Broken seal() {
        String[] fields = text(lines.from(), lines.to()).split("\t", -1);
        try {
            Seal found =
                    new Seal(
                            Long.parseLong(fields[1]),
                            Hash.parse(fields[2]),
                            Hash.parse(fields[3]),
                            Entry.parseTime(fields[4]));
            if (fields.length != 5) {
                return broken(Fault.MALFORMED, "this is no line of a seal");
            }
            if (!found.sameEntries(head.seal(found.sealedAt()))) {
                return sealDiffers(found);
            }
            seal = found;
            return null;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return broken(Fault.MALFORMED, "this is no line of a seal");
        }
    }

    private Verdict.Broken sealDiffers(Seal found) {
        long known = seal == null ? 0 : seal.size();
        String detail =
                found.size() == head.size()
                        ? "entries " + (known + 1) + " to " + head.size() + " are not those sealed"
                        : "a seal over " + found.size() + " entries stands after " + head.size();
        return new Verdict.Broken(
                Math.min(found.size(), head.size()) + (found.size() > head.size() ? 1 : 0),
                null,
                Fault.SEAL_DIFFERS,
                detail,
                lines.number());
    }

    private Verdict.@Nullable Broken pendingEntry() {
        int lineAt = lines.from() + 2;
        try {
            Entry.parse(text(lineAt, lines.to()));
        } catch (IllegalArgumentException e) {
            return broken(Fault.MALFORMED, "this is no line of an entry", lineAt);
        }
        pending++;
        return null;
    }

    private Verdict.@Nullable Broken last() {
        ended = true;
        String expected = "Z\t" + head.size() + "\t" + pending;
        if (!text(lines.from(), lines.to()).equals(expected)) {
            return broken(
                    Fault.CUT_OFF,
                    "the last line does not count what stands before it: "
                            + head.size()
                            + " chained, "
                            + pending
                            + " pending");
        }
        return null;
    }

    private boolean isEntry(byte[] buffer, int lineAt) {
        return Bytes.count(buffer, lineAt, lines.to(), '\t') == FIELD_TABS
                && buffer[lineAt] == 'v'
                && buffer[lineAt + 1] == '1'
                && buffer[lineAt + 2] == '\t';
    }

    private @Nullable String id(int lineAt) {
        int idAt = lineAt + 3;
        return idAt + ID_LENGTH <= lines.to() ? text(idAt, idAt + ID_LENGTH) : null;
    }

    private Verdict.Broken broken(Fault fault, String detail) {
        return new Verdict.Broken(head.size() + 1, null, fault, detail, lines.number());
    }

    private Verdict.Broken broken(Fault fault, String detail, int lineAt) {
        return new Verdict.Broken(head.size() + 1, id(lineAt), fault, detail, lines.number());
    }

    private String text(int from, int to) {
        return new String(lines.buffer(), from, to - from, StandardCharsets.UTF_8);
    }
}
