/// The law of a case, tried against the real database.
@NullMarked
package org.nostos.legal;

import org.jspecify.annotations.NullMarked;
