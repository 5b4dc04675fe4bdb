/// The tasks about whoever vanished from a list, as the database keeps them.
@NullMarked
package org.nostos.postgres.tasks;

import org.jspecify.annotations.NullMarked;
