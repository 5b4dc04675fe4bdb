/// Persons and preferred values, on PostgreSQL.
@NullMarked
package org.nostos.postgres.registry;

import org.jspecify.annotations.NullMarked;
