/// The pages of the register of evidence.
@NullMarked
package org.nostos.web.evidence;

import org.jspecify.annotations.NullMarked;
