/// The rooms' stores on PostgreSQL: the installation with its roles, the way a transaction is
/// entered, the journal's tables and the embedded server.
///
/// Everything below this package implements an interface that a room declares.
@NullMarked
package org.nostos.postgres;

import org.jspecify.annotations.NullMarked;
