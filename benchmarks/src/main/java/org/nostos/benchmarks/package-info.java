/// Measurements: with the machine, the data, a figure of correctness, every run and the spread.
@NullMarked
package org.nostos.benchmarks;

import org.jspecify.annotations.NullMarked;
