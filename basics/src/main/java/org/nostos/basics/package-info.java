/// The words every room shares: states, partial dates, sources, actors, acts and obstacles.
///
/// Nothing here decides anything and nothing here knows a database. A type enters when three
/// rooms use it.
@NullMarked
package org.nostos.basics;

import org.jspecify.annotations.NullMarked;
