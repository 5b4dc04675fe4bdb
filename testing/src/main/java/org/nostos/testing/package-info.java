/// x
@NullMarked
package org.nostos.testing;

import org.jspecify.annotations.NullMarked;
