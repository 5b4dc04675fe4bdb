/// Parties, accounts and the door, on PostgreSQL.
@NullMarked
package org.nostos.postgres.parties;

import org.jspecify.annotations.NullMarked;
