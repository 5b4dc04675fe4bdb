/// How the rooms of a case are read side by side, and how the summary is kept.
@NullMarked
package org.nostos.cases.internal;

import org.jspecify.annotations.NullMarked;
