/// A real PostgreSQL for every test.
///
/// Tests that need the database, those of the rooms' stores too, live in this module's test sources
/// or above it: this module needs `postgres`, so `postgres` cannot need it.
@NullMarked
package org.nostos.testing;

import org.jspecify.annotations.NullMarked;
