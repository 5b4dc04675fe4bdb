/// Persons, proposals and judgements against the real database.
@NullMarked
package org.nostos.people;

import org.jspecify.annotations.NullMarked;
