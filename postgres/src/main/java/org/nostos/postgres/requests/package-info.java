/// The directory of states, what may be told them, the notes that ask them and their answers, as the
/// database keeps them.
@NullMarked
package org.nostos.postgres.requests;

import org.jspecify.annotations.NullMarked;
