package org.nostos.journal;

import org.jspecify.annotations.Nullable;

/// What a check of a journal found.
public sealed interface Verdict {

    /// The verdict in words, for whoever reads a terminal.
    String text();

    /// Every entry is there, as it was written and in its order.
    ///
    /// @param seal the last seal; null when nothing is sealed yet
    /// @param unsealed how many entries are committed but under no seal: nothing but the database
    ///     vouches for them yet
    /// @param checkpoint whether a checkpoint was given, and agreed
    record Whole(@Nullable Seal seal, long unsealed, boolean checkpoint) implements Verdict {

        /// How many entries are under the last seal.
        public long sealed() {
            return seal == null ? 0 : seal.size();
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder("The journal is whole: ");
            text.append(sealed()).append(" entries sealed, ");
            text.append(unsealed).append(" not sealed yet.");
            if (seal != null) {
                text.append("\nSealed ").append(Entry.time(seal.sealedAt()));
                text.append(", root ").append(seal.root());
            }
            return text.append(checkpoint ? "\nIt agrees with the checkpoint." : "").toString();
        }
    }

    /// An entry, or what stands for it, is not whole. It is the first; nothing is said of later ones.
    ///
    /// @param entry its number, from 1; 0 when it has none
    /// @param id its id as it stands there; null when there is none
    /// @param line the line of the file, from 1; 0 when it was not read from a file
    record Broken(long entry, @Nullable String id, Fault fault, String detail, long line)
            implements Verdict {

        @Override
        public String text() {
            return "The journal is not whole: "
                    + detail
                    + (id == null ? "" : " (id " + id + ")")
                    + (line == 0 ? "." : ", line " + line + ".");
        }
    }

    /// How an entry can be broken.
    enum Fault {
        /// The text is no journal, or a line of it is no line of a journal.
        MALFORMED,
        /// An entry is not where it was: it was removed, or another stands in its place.
        MISSING,
        /// An entry is not what was chained.
        CHANGED,
        /// The entries are not those that were sealed.
        SEAL_DIFFERS,
        /// The end is gone.
        CUT_OFF,
        /// The entries are not those that the checkpoint was signed over.
        CHECKPOINT_DIFFERS,
        /// An entry does not hold the commitment to what it speaks of.
        PAYLOAD_DIFFERS,
        /// An entry is neither chained nor waiting for it, or is both.
        UNACCOUNTED
    }
}
