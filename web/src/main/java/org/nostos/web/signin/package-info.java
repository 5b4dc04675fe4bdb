/// Signing in and out, and the one-time links.
@NullMarked
package org.nostos.web.signin;

import org.jspecify.annotations.NullMarked;
