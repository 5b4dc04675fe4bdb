/// The overview: how many records, how many people, what waits. Counts only, never a name.
@NullMarked
package org.nostos.web.overview;

import org.jspecify.annotations.NullMarked;
