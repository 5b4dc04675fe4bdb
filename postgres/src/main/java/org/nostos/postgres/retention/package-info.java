/// The retention schedule, legal holds and erasures, on PostgreSQL.
@NullMarked
package org.nostos.postgres.retention;

import org.jspecify.annotations.NullMarked;
