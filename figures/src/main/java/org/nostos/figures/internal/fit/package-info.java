/// What fits and what does not: parts and totals, series, ratios, verbs, and what differs between two figures.
@NullMarked
package org.nostos.figures.internal.fit;

import org.jspecify.annotations.NullMarked;
