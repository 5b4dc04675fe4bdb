/// A provider of identity on one's own machine: a real OpenID Connect server, which can also be told to
/// say what does not hold.
@NullMarked
package org.nostos.stories.provider;

import org.jspecify.annotations.NullMarked;
