/// The journal as its readers see it: who did what and when, and whether the record of it is whole.
@NullMarked
package org.nostos.web.journal;

import org.jspecify.annotations.NullMarked;
