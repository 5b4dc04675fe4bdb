/// The case of a person: its tracks side by side, what stands in the way of the next step, what is due
/// and what alarms.
///
/// It reads every room of the case and decides nothing. What it keeps over all cases is a summary that
/// the engine works out anew whenever something of a case changed, and every day.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "transfers",
            "requests",
            "legal",
            "evidence",
            "identity",
            "custody",
            "registry",
            "lists",
            "parties",
            "basics"
        })
package org.nostos.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
