/// The pages of requests: states and their directory, notes verbales, what may be disclosed of a
/// person, and the desk of a state.
@NullMarked
package org.nostos.web.requests;

import org.jspecify.annotations.NullMarked;
