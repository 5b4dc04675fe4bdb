/// The lines of travel documents that machines read, after ICAO Doc 9303. Knows letters and digits, and
/// no record.
@NullMarked
package org.nostos.identity.internal.mrz;

import org.jspecify.annotations.NullMarked;
