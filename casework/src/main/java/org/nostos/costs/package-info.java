/// What it costs to hold, ask and move people, and who claims it from whom: lines of persons, facilities
/// and requests, and their sums.
///
/// It stands apart from every case, and whoever decides what the law asks does not read it: no decision
/// about a person has a price.
@NullMarked
@ApplicationModule(allowedDependencies = {"parties", "basics"})
package org.nostos.costs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
