/// Tasks: somebody stood on a list and stands on it no more, and a named person finds out where they
/// are. Nobody is struck off for having vanished.
///
/// A task is opened by a comparison of two versions, is given to somebody of the party, and is closed
/// by a finding with its source. It can be opened again.
@NullMarked
@ApplicationModule(allowedDependencies = {"registry", "lists", "parties", "basics"})
package org.nostos.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
