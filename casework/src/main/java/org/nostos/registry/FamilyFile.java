package org.nostos.registry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's ties and care as they stand.
///
/// @param known the person under every id, the leader first
/// @param last the id of the event recorded last, which a form carries
public record FamilyFile(List<UUID> known, List<KinTie> ties, Care care, @Nullable UUID last) {

    public FamilyFile {
        known = List.copyOf(known);
        ties = List.copyOf(ties);
    }

    /// Ties that hold, or wait for another account.
    public List<KinTie> open() {
        return ties.stream()
                .filter(tie ->
                        tie.standing() == KinTie.Standing.CONFIRMED
                                || tie.standing() == KinTie.Standing.PROPOSED)
                .toList();
    }

    /// Ties that were refused, ended or taken back.
    public List<KinTie> past() {
        return ties.stream().filter(tie -> !open().contains(tie)).toList();
    }

    /// Whether somebody known under one of these ids stands at the other end of an open tie.
    public boolean isTiedTo(Collection<UUID> others) {
        return open().stream()
                .anyMatch(tie -> {
                    UUID other = tie.otherThan(known);
                    return other != null && others.contains(other);
                });
    }
}
