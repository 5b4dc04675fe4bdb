/// Being built.
@NullMarked
package org.nostos.benchmarks;

import org.jspecify.annotations.NullMarked;
