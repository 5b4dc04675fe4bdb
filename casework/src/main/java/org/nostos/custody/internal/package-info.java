/// What the room of custody keeps to itself.
@NullMarked
package org.nostos.custody.internal;

import org.jspecify.annotations.NullMarked;
