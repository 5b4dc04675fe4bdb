/// What the room of tasks keeps to itself.
@NullMarked
package org.nostos.tasks.internal;

import org.jspecify.annotations.NullMarked;
