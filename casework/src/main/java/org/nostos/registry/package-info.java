/// The registry: a person for every record, under a number of their own, and which of several values
/// a human preferred.
///
/// Who is who is not known here. Persons that turn out to be one keep their numbers.
@NullMarked
@ApplicationModule(allowedDependencies = {"lists", "parties", "basics"})
package org.nostos.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
