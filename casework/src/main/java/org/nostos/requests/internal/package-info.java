/// What the room of requests keeps to itself.
@NullMarked
package org.nostos.requests.internal;

import org.jspecify.annotations.NullMarked;
