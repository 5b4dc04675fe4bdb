/// Linking runs, proposals, judgements and groups, on PostgreSQL.
@NullMarked
package org.nostos.postgres.identity;

import org.jspecify.annotations.NullMarked;
