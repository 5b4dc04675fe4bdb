/// The house in a real browser, told in the field's words: what each person at the table does, and
/// what they never get to see.
@NullMarked
package org.nostos.stories;

import org.jspecify.annotations.NullMarked;
