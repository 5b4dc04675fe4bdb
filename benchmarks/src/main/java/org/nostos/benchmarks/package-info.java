/// Measurements. Each prints the machine, the data, a figure that proves the work was done, every
/// run and the spread.
@NullMarked
package org.nostos.benchmarks;

import org.jspecify.annotations.NullMarked;
