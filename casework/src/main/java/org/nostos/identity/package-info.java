/// Who is who: what the engine proposes, what two people judge, and the people that come of it.
///
/// It joins nobody by itself. Joining is linking: every record and every number stays, and what two
/// hands confirmed can be taken back.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"registry", "lists", "parties", "linkage", "names", "basics"})
package org.nostos.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
