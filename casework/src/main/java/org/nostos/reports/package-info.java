/// What was said in public beside what is known here, as of a day and as it was known on another: the one
/// place where the two meet. Aggregates alone, and no cell that could point at a person.
@NullMarked
@ApplicationModule(allowedDependencies = {"ledger", "figures", "identity", "parties", "basics"})
package org.nostos.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
