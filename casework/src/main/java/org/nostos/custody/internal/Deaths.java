package org.nostos.custody.internal;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.custody.CustodyEvent;
import org.nostos.registry.Care;
import org.nostos.registry.CareEvent;
import org.nostos.registry.CareKeeping;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.Kin;
import org.springframework.stereotype.Component;

/// A death in custody is a death in the family as well, where it counts once another hand confirms it.
@Component
public class Deaths {

    private final Kin kin;
    private final CareKeeping care;

    Deaths(Kin kin, CareKeeping care) {
        this.kin = kin;
        this.care = care;
    }

    /// Writes it down where the family is kept, if nobody has.
    public void tellFamily(List<UUID> persons, CustodyEvent death) {
        FamilyFile file = kin.of(persons, AsOf.now());
        if (isKnown(file.care())) {
            return;
        }
        CareKeeping.Entry entry =
                new CareKeeping.Entry(death.stamp().on(), death.source(), "", file.last());
        List<Obstacle> refused = care.died(persons.getFirst(), entry);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("a death is not written into the family: " + refused);
        }
    }

    private static boolean isKnown(Care care) {
        return care.died() != null
                || care.waiting().stream().anyMatch(event -> event.kind() == CareEvent.Kind.DIED);
    }
}
