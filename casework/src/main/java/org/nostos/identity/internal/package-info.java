/// Linking in the background, the resident index, and the arithmetic of who is who.
@NullMarked
package org.nostos.identity.internal;

import org.jspecify.annotations.NullMarked;
