/// The page of what it costs.
@NullMarked
package org.nostos.web.costs;

import org.jspecify.annotations.NullMarked;
