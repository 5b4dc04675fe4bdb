/// x
@NullMarked
package org.nostos.postgres;

import org.jspecify.annotations.NullMarked;
