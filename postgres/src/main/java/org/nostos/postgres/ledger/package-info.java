/// Where the ledger of what is said in public is kept.
@NullMarked
package org.nostos.postgres.ledger;

import org.jspecify.annotations.NullMarked;
