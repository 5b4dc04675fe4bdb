/// The functions of the room of transfers, without a database.
@NullMarked
package org.nostos.transfers;

import org.jspecify.annotations.NullMarked;
