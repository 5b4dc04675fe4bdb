/// Versions of a list, what differs between them, and the tasks that come of it, on a real database.
@NullMarked
package org.nostos.testing.versions;

import org.jspecify.annotations.NullMarked;
