/// The pages of lists: handing one in, saying what its columns mean, looking at what is wrong with
/// its rows, accepting or refusing it.
@NullMarked
package org.nostos.web.lists;

import org.jspecify.annotations.NullMarked;
