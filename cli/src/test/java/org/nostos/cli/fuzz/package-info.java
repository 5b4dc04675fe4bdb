/// What strangers write, made worse: inputs that a fuzzer finds by what they reach. Each target is a program of
/// its own, which the fuzzer calls again and again.
@NullMarked
package org.nostos.cli.fuzz;

import org.jspecify.annotations.NullMarked;
