/// TODO
@NullMarked
package org.nostos.parties;

import org.jspecify.annotations.NullMarked;
