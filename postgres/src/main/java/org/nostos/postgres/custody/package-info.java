/// The stores of the room of custody.
@NullMarked
package org.nostos.postgres.custody;

import org.jspecify.annotations.NullMarked;
