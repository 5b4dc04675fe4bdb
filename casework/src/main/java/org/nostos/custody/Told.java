package org.nostos.custody;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What the persons whom the caller may see were told, chose, and said of their file. Every method
/// needs a running transaction; what is added is part of the act, at the database's moment.
public interface Told {

    List<RightsNotice> rights(Collection<UUID> persons);

    void add(RightsNotice notice, UUID act);

    List<ConsularChoice> choices(Collection<UUID> persons);

    void add(ConsularChoice choice, UUID act);

    List<KinNotice> kinNotices(Collection<UUID> persons);

    void add(KinNotice notice, UUID act);

    List<ItemSaid> items(Collection<UUID> persons);

    void add(ItemSaid said, UUID act);
}
