/// The page of what was said beside what is known.
@NullMarked
package org.nostos.web.reports;

import org.jspecify.annotations.NullMarked;
