package org.nostos.lists;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.FieldRole;

/// What differs between two versions of a list, by the ids of their records.
///
/// Each record of the older version is kept, vanished or perhaps kept, and each of the newer is kept,
/// appeared or perhaps kept: the counts add up. A role that only one of the two versions gives at all
/// stands in `onlyOlder` or `onlyNewer` and counts as no change of a row.
public record Difference(
        NumberUse numbers,
        List<Kept> kept,
        List<UUID> vanished,
        List<UUID> appeared,
        List<Perhaps> perhaps,
        List<Reused> reused,
        Set<FieldRole> onlyOlder,
        Set<FieldRole> onlyNewer) {

    public Difference {
        kept = List.copyOf(kept);
        vanished = List.copyOf(vanished);
        appeared = List.copyOf(appeared);
        perhaps = List.copyOf(perhaps);
        reused = List.copyOf(reused);
        onlyOlder = Set.copyOf(onlyOlder);
        onlyNewer = Set.copyOf(onlyNewer);
    }

    /// What the lists' own numbers are good for.
    public enum NumberUse {
        /// One of the two versions has none.
        NONE,
        /// The same number stands for the same person.
        STABLE,
        /// Most numbers that both versions have carry another name now: rows were counted anew.
        GIVEN_ANEW
    }

    /// How two rows are known to be the same row of the list.
    public enum How {
        /// Both carry the number, alone in their version, and no other name.
        NUMBER,
        /// Both say the same in every field, alone in their version.
        UNCHANGED,
        /// The engine finds them alike, and nobody else like either.
        COMPARED,
        /// Somebody said so.
        SAID
    }

    /// A row that stands in both versions, and whether it says something else now.
    public record Kept(UUID older, UUID newer, How how, boolean changed) {}

    /// Two rows of which a human must say whether they are one.
    public record Perhaps(UUID older, UUID newer, double probability) {}

    /// A number that carries another name now.
    public record Reused(UUID older, UUID newer) {}

    /// How many rows there are of each kind. `same` counts kept rows that say what they said.
    public record Counts(
            long same,
            long changed,
            long vanished,
            long appeared,
            long perhapsOlder,
            long perhapsNewer,
            long reused) {

        public long older() {
            return same + changed + vanished + perhapsOlder;
        }

        public long newer() {
            return same + changed + appeared + perhapsNewer;
        }
    }

    public Counts counts() {
        long changed = kept.stream().filter(Kept::changed).count();
        Set<UUID> olders = new HashSet<>();
        Set<UUID> newers = new HashSet<>();
        for (Perhaps pair : perhaps) {
            olders.add(pair.older());
            newers.add(pair.newer());
        }
        return new Counts(
                kept.size() - changed,
                changed,
                vanished.size(),
                appeared.size(),
                olders.size(),
                newers.size(),
                reused.size());
    }
}
