/// Being built.
@NullMarked
package org.nostos.registry;

import org.jspecify.annotations.NullMarked;
