/// How long things are kept and how they are erased: the schedule, what is due under it, legal holds,
/// and the act by which two people erase what is known of a person while the journal still verifies.
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "parties", "basics"})
package org.nostos.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
