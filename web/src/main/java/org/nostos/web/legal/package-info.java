/// The pages of the law of a case: bars, court orders, assurances and clearances.
@NullMarked
package org.nostos.web.legal;

import org.jspecify.annotations.NullMarked;
