/// How the engine works: columns, keys, levels, training, scoring.
@NullMarked
package org.nostos.linkage.internal;

import org.jspecify.annotations.NullMarked;
