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

    private final Resolved records;
    private final Lexicon lexicon;
    private final List<Place> places = new ArrayList<>();

    private record Place(int facet, IntRows rows) {}

    Elsewhere(Resolved records) {
        this.records = records;
        lexicon = records.lexicon();
        for (Facet facet : Facet.values()) {
            Slot slot = facet.slot();
            IntRows rows = slot == null ? null : records.slot(slot);
            if (rows != null && Slot.OWN_NAME.contains(slot)) {
                places.add(new Place(facet.number(), rows));
            }
        }
    }

    /// Whether a phrase of row `own`, in facet `f`, sounds like a name in another facet of `other`.
    int find(int f, int phrase, int own, int other) {
        if (!records.maySound(phrase, other) || !sounds(phrase, other)) {
            return ABSENT;
        }
        int found = ABSENT;
        for (Place place : places) {
            if (place.facet != f && isIn(phrase, place.rows, other)) {
                boolean free =
                        place.facet == Facet.OTHER_NAMES.number() || place.rows.count(own) == 0;
                found = Math.max(found, free ? FREE : TAKEN);
            }
        }
        return found;
    }

    private boolean sounds(int phrase, int row) {
        for (int word : lexicon.wordsOf(phrase)) {
            for (int sound : lexicon.sounds(word)) {
                if (records.ownSounds().contains(row, sound)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isIn(int phrase, IntRows rows, int row) {
        for (int i = rows.from(row); i < rows.to(row); i++) {
            for (int word : lexicon.wordsOf(rows.at(i))) {
                for (int own : lexicon.wordsOf(phrase)) {
                    if (sharesSound(word, own)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean sharesSound(int left, int right) {
        for (int one : lexicon.sounds(left)) {
            for (int other : lexicon.sounds(right)) {
                if (one == other) {
                    return true;
                }
            }
        }
        return false;
    }
}
