/// The whole case, driven by chance: whatever anybody tries in whatever order, the law of the house holds.
@NullMarked
package org.nostos.whole;

import org.jspecify.annotations.NullMarked;
