/// The register of evidence: what an item is and where it came from, who keeps it and who had it before,
/// who must agree before it is shown or handed on, and whether it may be relied on. Pointers alone: the
/// material itself stays where it is kept, and no word of a statement stands here.
///
/// A room of its own below the law, because an item outlives a case: it may speak of many persons, a
/// review and a request rely on it, and it can be handed over with somebody whose case has ended.
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "lists", "parties", "basics"})
package org.nostos.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
