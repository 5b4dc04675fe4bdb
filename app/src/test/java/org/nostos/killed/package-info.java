/// The house killed at any moment, and started again.
@NullMarked
package org.nostos.killed;

import org.jspecify.annotations.NullMarked;
