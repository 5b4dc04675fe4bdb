/// How the stored journal is read and chained.
@NullMarked
package org.nostos.postgres.journal.internal;

import org.jspecify.annotations.NullMarked;
