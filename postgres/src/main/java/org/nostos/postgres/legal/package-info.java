/// The law of a case in PostgreSQL.
@NullMarked
package org.nostos.postgres.legal;

import org.jspecify.annotations.NullMarked;
