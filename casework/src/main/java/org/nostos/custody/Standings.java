package org.nostos.custody;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where everybody stands now, kept beside the events so that facilities can be counted at once. It can
/// be thrown away and worked out again. Every method needs a running transaction.
public interface Standings {

    /// So many people in a facility who stand alike.
    record Counted(
            UUID facility, CustodyStatus status, String holder, LegalGround ground, long people) {}

    /// Works out anew where these persons stand, from the events that hang on them.
    void refresh(Collection<UUID> persons);

    /// Everybody but these, counted; in one facility, or in each.
    List<Counted> counted(@Nullable UUID facility, Collection<UUID> but);

    /// The persons who lead, held in this facility and asked for, but these.
    List<UUID> in(UUID facility, Collection<UUID> but, HeldQuestion question);

    /// Those of whom no kept row tells the truth, because they are several or were taken apart: every
    /// person they are known under, and the one who leads. Their events have to be read.
    Map<UUID, UUID> entangled();
}
