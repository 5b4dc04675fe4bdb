package org.nostos.lists.internal;

import java.util.List;
import java.util.UUID;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.ListAccepted;
import org.nostos.lists.Versions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Marks the version before the one that was accepted as superseded, in the transaction that accepts
/// it; or the accepted one itself, when it speaks for a day before a version that stands already.
@Component
class Superseding {

    private final Versions versions;

    Superseding(Versions versions) {
        this.versions = versions;
    }

    @EventListener
    void on(ListAccepted accepted) {
        AcceptedVersion version = versions.byId(accepted.version()).orElseThrow();
        List<AcceptedVersion> all = versions.ofList(version.list());
        int at = all.stream().map(AcceptedVersion::id).toList().indexOf(version.id());
        if (at + 1 < all.size()) {
            supersede(version, all.get(at + 1).id(), accepted.act());
        }
        if (at > 0 && all.get(at - 1).supersededBy() == null) {
            supersede(all.get(at - 1), version.id(), accepted.act());
        }
    }

    private void supersede(AcceptedVersion version, UUID by, UUID act) {
        versions.supersede(version.id(), by, version.party(), act);
    }
}
