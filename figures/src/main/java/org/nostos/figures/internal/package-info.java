/// How a report is read: words, numbers, what is counted, where, and who said it.
@NullMarked
package org.nostos.figures.internal;

import org.jspecify.annotations.NullMarked;
