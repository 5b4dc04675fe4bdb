/// What it costs, in PostgreSQL.
@NullMarked
package org.nostos.postgres.costs;

import org.jspecify.annotations.NullMarked;
