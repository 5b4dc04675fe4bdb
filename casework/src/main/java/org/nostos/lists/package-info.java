/// Being built.
@NullMarked
package org.nostos.lists;

import org.jspecify.annotations.NullMarked;
