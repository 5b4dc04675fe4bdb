/// Files, lists, staged rows and records, on PostgreSQL.
@NullMarked
package org.nostos.postgres.lists;

import org.jspecify.annotations.NullMarked;
