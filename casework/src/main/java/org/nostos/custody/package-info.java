/// Custody: who holds a person, where, on what legal ground, and what the person was told.
///
/// The holding authority, the place and the state of a person are three things: each changes without
/// the others. All of it is computed from events that are added and never changed.
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "lists", "parties", "basics"})
package org.nostos.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
