/// Cases and the summary of all of them, on PostgreSQL.
@NullMarked
package org.nostos.postgres.cases;

import org.jspecify.annotations.NullMarked;
