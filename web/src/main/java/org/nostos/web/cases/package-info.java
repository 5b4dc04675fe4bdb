/// The pages of the case: its tracks, what stands in the way, the boards over all cases.
@NullMarked
package org.nostos.web.cases;

import org.jspecify.annotations.NullMarked;
