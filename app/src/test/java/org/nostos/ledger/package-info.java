/// What is said in public is entered, sourced, reviewed by somebody else and published, and never removed.
@NullMarked
package org.nostos.ledger;

import org.jspecify.annotations.NullMarked;
