/// Signing in and out, and the one-time links.
@NullMarked
@NamedInterface("signin")
package org.nostos.web.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
