/// Taking a person apart who was joined wrongly: the draft, the second hand, and the list of everybody
/// who was told of the wrong person.
@NullMarked
package org.nostos.web.splits;

import org.jspecify.annotations.NullMarked;
