package org.nostos.web.lists;

import java.util.List;
import org.nostos.registry.Family;

/// A household on the page of its list: everybody whom the list puts together, and how many more it
/// says there are.
record HouseholdLine(Family family, int unnamed) {

    static List<HouseholdLine> of(List<Family> families) {
        return families.stream()
                .map(family -> new HouseholdLine(family, family.household().unnamed()))
                .toList();
    }
}
