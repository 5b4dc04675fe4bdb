/// Letters, their sounds, and how spellings are read side by side.
@NullMarked
package org.nostos.names.internal;

import org.jspecify.annotations.NullMarked;
