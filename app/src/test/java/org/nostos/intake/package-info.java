/// The pages of lists, as a browser without scripts uses them.
@NullMarked
package org.nostos.intake;

import org.jspecify.annotations.NullMarked;
