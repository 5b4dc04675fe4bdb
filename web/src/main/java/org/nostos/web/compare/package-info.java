/// One list set against another: on the screen, on paper and as a file.
@NullMarked
package org.nostos.web.compare;

import org.jspecify.annotations.NullMarked;
