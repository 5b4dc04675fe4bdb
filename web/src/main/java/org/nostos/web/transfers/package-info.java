/// The pages of transfers: plans and their manifests, departure, receipt and arrival, and what one person
/// travels on.
@NullMarked
package org.nostos.web.transfers;

import org.jspecify.annotations.NullMarked;
