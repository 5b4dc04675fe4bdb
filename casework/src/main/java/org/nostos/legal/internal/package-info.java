/// What the room of the law keeps to itself.
@NullMarked
package org.nostos.legal.internal;

import org.jspecify.annotations.NullMarked;
