/// How persons come into the registry.
@NullMarked
package org.nostos.registry.internal;

import org.jspecify.annotations.NullMarked;
