/// Transfers: who leaves, to whom and by which road, what they travel with, the manifest that two hands
/// freeze, the departure, the receipt that both sides sign, the arrival, and what became of them.
///
/// Home, to another authority and to a third state are three things and never counted as one. Nobody
/// leaves without the law's clearance; everything else that is missing is listed whole.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "requests",
            "legal",
            "identity",
            "custody",
            "registry",
            "lists",
            "parties",
            "documents",
            "journal",
            "basics"
        })
package org.nostos.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
