package org.nostos.custody.internal;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.custody.FileItem;
import org.nostos.custody.FileItems;
import org.nostos.registry.KinEvents;
import org.nostos.registry.KinTie;
import org.nostos.registry.KinTrack;
import org.springframework.stereotype.Component;

/// The names of the family, once a tie was confirmed by two hands.
@Component
class KinItems implements FileItems {

    private final KinEvents kin;

    KinItems(KinEvents kin) {
        this.kin = kin;
    }

    @Override
    public Set<FileItem> held(Collection<UUID> persons, AsOf asOf) {
        return KinTrack.of(kin.ofPersons(persons), asOf).stream().anyMatch(KinTie::holds)
                ? Set.of(FileItem.FAMILY)
                : Set.of();
    }
}
