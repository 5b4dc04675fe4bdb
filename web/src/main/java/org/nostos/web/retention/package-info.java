/// How long things are kept and how they are erased, and what an administrator sets for the house.
@NullMarked
package org.nostos.web.retention;

import org.jspecify.annotations.NullMarked;
