package org.nostos.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;

/// What was worked out of the published figures, and what was decided about it. Every method needs a
/// running transaction.
public interface FindingRows {

    /// Those asked for, the latest found first; of those that ask, what nobody decided about before all else.
    List<LedgerFinding> page(FindingQuestion question, int offset, int most);

    long count(FindingQuestion question);

    /// How many of these kinds nobody decided about.
    long undecided(List<Kind> kinds);

    Optional<LedgerFinding> byKey(String key);

    /// The findings in which one of these figures stands.
    List<LedgerFinding> of(Collection<UUID> figures);

    /// Puts these in the place of all that was found in the group.
    void replace(String group, List<Finding> findings);

    /// Takes away all that was found; what was decided stays.
    void clear();

    void decide(String key, LedgerFinding.Verdict verdict, String reason, UUID act);

    /// Whoever works findings out waits for whoever does already.
    void turn();
}
