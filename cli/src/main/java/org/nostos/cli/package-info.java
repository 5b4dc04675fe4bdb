/// The commands that need no server, one class each.
@NullMarked
package org.nostos.cli;

import org.jspecify.annotations.NullMarked;
