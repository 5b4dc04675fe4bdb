/// How the register of evidence is kept.
@NullMarked
package org.nostos.evidence.internal;

import org.jspecify.annotations.NullMarked;
