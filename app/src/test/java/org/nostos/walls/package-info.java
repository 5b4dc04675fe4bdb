/// Attacks on the walls between parties, straight at the database.
@NullMarked
package org.nostos.walls;

import org.jspecify.annotations.NullMarked;
