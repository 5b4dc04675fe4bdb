/// The pages of custody: one person's, and the facilities.
@NullMarked
package org.nostos.web.custody;

import org.jspecify.annotations.NullMarked;
