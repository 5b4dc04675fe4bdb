package org.nostos.postgres.journal.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.Hash;
import org.nostos.journal.JournalCheck;
import org.nostos.journal.JournalHead;
import org.nostos.journal.Seal;
import org.nostos.journal.Verdict;
import org.nostos.journal.Verdict.Fault;

/// Recomputes the stored journal and remembers the first thing that is not whole.
///
/// It knows more than the reader of an export: whether every entry is chained once or waits, and
/// whether commitments are to their payloads.
public final class Checker implements Stored.Visitor {

    private final JournalHead head = JournalHead.empty();
    private final @Nullable Seal checkpoint;
    private final JournalCheck.Progress progress;
    private long size;
    private @Nullable Seal seal;
    private long unsealed;
    private Verdict.@Nullable Broken broken;

    /// @param checkpoint what the journal must have been; null to check it against itself alone
    public Checker(@Nullable Seal checkpoint, JournalCheck.Progress progress) {
        this.checkpoint = checkpoint;
        this.progress = progress;
    }

    @Override
    public void begins(long entries) {
        size = entries;
    }

    /// What was found, once the walk is over.
    public Verdict verdict() {
        if (broken != null) {
            return broken;
        }
        if (checkpoint != null && head.size() < checkpoint.size()) {
            return new Verdict.Broken(
                    head.size() + 1,
                    null,
                    Fault.CUT_OFF,
                    "the checkpoint covers "
                            + checkpoint.size()
                            + " entries, here are "
                            + head.size()
                            + ": the end is cut off",
                    0);
        }
        long sealed = seal == null ? 0 : seal.size();
        return new Verdict.Whole(seal, head.size() - sealed + unsealed, checkpoint != null);
    }

    @Override
    public boolean chained(long number, Hash leaf, Hash link, Stored.Row row) {
        long expected = head.size() + 1;
        if (number != expected) {
            return found(
                    expected,
                    null,
                    Fault.MISSING,
                    "entry " + expected + " is missing: number " + number + " stands in its place");
        }
        if (row.entry() == null
                || !row.entry().leaf().equals(leaf)
                || !head.append(leaf).equals(link)) {
            return found(number, row.id(), Fault.CHANGED, changed(number, row));
        }
        if (row.pending()) {
            return found(
                    number,
                    row.id(),
                    Fault.UNACCOUNTED,
                    "entry " + number + " is chained and waits to be chained");
        }
        progress.reached(number, size);
        return opens(number, row) && agreesWithCheckpoint();
    }

    private static String changed(long number, Stored.Row row) {
        return row.entry() == null
                ? "entry " + number + " is chained and is not there as it was written"
                : "entry " + number + " is not the one that was chained here";
    }

    private boolean opens(long number, Stored.Row row) {
        return row.opens()
                || found(
                        number,
                        row.id(),
                        Fault.PAYLOAD_DIFFERS,
                        "what entry " + number + " speaks of is not what it is committed to");
    }

    private boolean agreesWithCheckpoint() {
        if (checkpoint == null
                || checkpoint.size() != head.size()
                || checkpoint.sameEntries(head.seal(checkpoint.sealedAt()))) {
            return true;
        }
        return found(
                head.size(),
                null,
                Fault.CHECKPOINT_DIFFERS,
                "the first "
                        + head.size()
                        + " entries are not those the checkpoint was signed over: the journal was"
                        + " written anew");
    }

    @Override
    public boolean seal(Seal stored) {
        if (stored.size() > head.size()) {
            return found(
                    head.size() + 1,
                    null,
                    Fault.CUT_OFF,
                    "a seal covers "
                            + stored.size()
                            + " entries, here are "
                            + head.size()
                            + ": the end is cut off");
        }
        if (!stored.sameEntries(head.seal(stored.sealedAt()))) {
            long known = seal == null ? 0 : seal.size();
            return found(
                    stored.size(),
                    null,
                    Fault.SEAL_DIFFERS,
                    "entries " + (known + 1) + " to " + stored.size() + " are not those sealed");
        }
        seal = stored;
        return true;
    }

    @Override
    public boolean unchained(Stored.Row row) {
        if (!row.pending()) {
            return found(
                    0,
                    row.id(),
                    Fault.UNACCOUNTED,
                    "an entry is neither chained nor waits for it: it was slipped in, or its place"
                            + " in the chain was taken away");
        }
        unsealed++;
        return opens(0, row);
    }

    private boolean found(long entry, @Nullable UUID id, Fault fault, String detail) {
        broken = new Verdict.Broken(entry, id == null ? null : id.toString(), fault, detail, 0);
        return false;
    }
}
