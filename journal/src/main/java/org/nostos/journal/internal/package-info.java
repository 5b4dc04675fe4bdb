/// How the journal hashes.
@NullMarked
package org.nostos.journal.internal;

import org.jspecify.annotations.NullMarked;
