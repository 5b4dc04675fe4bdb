/// Transfers against a real database, behind its walls.
@NullMarked
package org.nostos.transfers;

import org.jspecify.annotations.NullMarked;
