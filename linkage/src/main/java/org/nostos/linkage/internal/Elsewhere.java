package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.List;

/// Looks for a name in the other fields of another record: people's names change fields between
/// lists, and whole names are cut at different places.
///
/// One chance agreement must not be counted in two facets. So a name found elsewhere speaks for
/// itself only where the first record has no name in that field, which would have been compared with
/// it; where it has one, the two must have changed places.
final class Elsewhere {
    /// Not found.
    static final int ABSENT = 0;

    /// Found in a field in which the first record has another name.
    static final int TAKEN = 1;

    /// Found in a field that the first record does not have.
    static final int FREE = 4;

    private final Lines lines;
    private final Phrases phrases;
    private final Place[] places;

    private record Place(int facet, IntRows rows) {}

    Elsewhere(Resolved records) {
        lines = records.lines();
        phrases = records.phrases();
        List<Place> found = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            Slot slot = facet.slot();
            IntRows rows = slot == null ? null : records.slot(slot);
            if (rows != null && Slot.OWN_NAME.contains(slot)) {
                found.add(new Place(facet.number(), rows));
            }
        }
        places = found.toArray(Place[]::new);
    }

    /// Whether a phrase of row `own`, in facet `f`, sounds like a name in another facet of `other`.
    int find(int f, int phrase, int own, int other) {
        if ((phrases.sounds(phrase) & lines.sounds(other)) == 0) {
            return ABSENT;
        }
        int found = ABSENT;
        for (Place place : places) {
            if (place.facet != f && isIn(phrase, place, other)) {
                boolean free =
                        place.facet == Facet.OTHER_NAMES.number()
                                || lines.value(own, place.facet) == Lines.NONE;
                found = Math.max(found, free ? FREE : TAKEN);
            }
        }
        return found;
    }

    private boolean isIn(int phrase, Place place, int row) {
        int value = lines.value(row, place.facet);
        if (value != Lines.SEVERAL) {
            return value != Lines.NONE && phrases.shareSound(value, phrase);
        }
        for (int i = place.rows.from(row); i < place.rows.to(row); i++) {
            if (phrases.shareSound(place.rows.at(i), phrase)) {
                return true;
            }
        }
        return false;
    }
}
