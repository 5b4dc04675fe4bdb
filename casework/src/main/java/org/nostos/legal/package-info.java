/// The law of a case: what bars a transfer to each state, what courts ordered and states assured, and
/// the clearance without which nobody is moved.
///
/// Nothing here decides about anyone. The room blocks, lists what is missing with its source, and lets
/// named humans take the steps that the law leaves to them, two of them where it cannot be undone.
@NullMarked
@ApplicationModule(allowedDependencies = {"custody", "registry", "lists", "parties", "basics"})
package org.nostos.legal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
