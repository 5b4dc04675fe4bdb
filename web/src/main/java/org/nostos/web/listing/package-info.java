/// How every list is filtered, sorted, paged, taken away as a file and printed.
@NullMarked
package org.nostos.web.listing;

import org.jspecify.annotations.NullMarked;
