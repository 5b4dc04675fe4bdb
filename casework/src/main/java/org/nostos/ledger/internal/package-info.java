/// The inside of the ledger: what a form leaves out, and what its figures come to.
@NullMarked
package org.nostos.ledger.internal;

import org.jspecify.annotations.NullMarked;
