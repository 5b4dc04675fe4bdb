/// The register of evidence in the database.
@NullMarked
package org.nostos.postgres.evidence;

import org.jspecify.annotations.NullMarked;
