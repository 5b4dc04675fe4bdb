package org.nostos.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What was worked out of the published figures, and what was decided about it. Every method needs a
/// running transaction.
public interface FindingRows {

    /// What is decided about last, the latest found first; what nobody decided about before all else.
    List<Finding> all(int most);

    Optional<Finding> byKey(String key);

    /// The findings in which one of these figures stands.
    List<Finding> of(Collection<UUID> figures);

    /// Which of these figures stand in a finding that nobody dismissed or explained.
    Set<UUID> off(Collection<UUID> figures);

    /// Puts these in the place of all that was found in the group.
    void replace(String group, List<Finding> findings);

    /// Takes away all that was found; what was decided stays.
    void clear();

    void decide(String key, Finding.Verdict verdict, String reason, UUID act);

    /// Whoever works findings out waits for whoever does already.
    void turn();
}
