/// Being built.
@NullMarked
package org.nostos.identity;

import org.jspecify.annotations.NullMarked;
