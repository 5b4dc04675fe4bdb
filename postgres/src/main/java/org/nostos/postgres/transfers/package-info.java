/// Transfers, what people travel on and what physicians concluded, as the database keeps them.
@NullMarked
package org.nostos.postgres.transfers;

import org.jspecify.annotations.NullMarked;
