package org.nostos.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.evidence.EvidenceItem.About;

/// The items of evidence that the caller may see. Every method needs a running transaction.
public interface EvidenceItems {

    /// Which of the register a page shows.
    enum Part {
        ALL,
        /// An allegation of torture or ill-treatment stands against them, or it is established.
        COERCED,
        /// A review or a request relies on them.
        RELIED_ON,
        /// Their originator must agree before they are shown or handed on.
        CONTROLLED
    }

    /// Waits until nobody else acts on the item, until the running transaction ends.
    void turn(UUID item);

    Optional<EvidenceItem> byId(UUID item);

    Optional<EvidenceItem> byNumber(long number);

    List<EvidenceItem> byIds(Collection<UUID> items);

    /// A page of the register, the newest first.
    List<EvidenceItem> page(Part part, int skip, int most);

    long count(Part part);

    /// What was said of whether items speak of somebody who is known under these persons, in the order
    /// recorded.
    List<EvidenceLink> linksOf(Collection<UUID> persons);

    /// The same, of the persons that an item speaks of.
    List<EvidenceLink> linksTo(UUID item);

    void add(UUID item, About about, UUID act);

    void add(EvidenceEvent event, UUID act);

    void add(EvidenceLink link, UUID act);
}
