/// The whole way of a list, from the file to its records, on a real PostgreSQL.
@NullMarked
package org.nostos.testing.lists;

import org.jspecify.annotations.NullMarked;
