/// The model by which pairs are weighed: the one in use, what another would change before it is used,
/// and the way back.
@NullMarked
package org.nostos.web.model;

import org.jspecify.annotations.NullMarked;
