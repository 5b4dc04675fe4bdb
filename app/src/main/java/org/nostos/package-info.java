/// The instance: wiring, security, configuration and start.
@NullMarked
package org.nostos;

import org.jspecify.annotations.NullMarked;
