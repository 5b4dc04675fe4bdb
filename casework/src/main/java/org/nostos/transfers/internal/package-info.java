/// What the room of transfers keeps to itself.
@NullMarked
package org.nostos.transfers.internal;

import org.jspecify.annotations.NullMarked;
