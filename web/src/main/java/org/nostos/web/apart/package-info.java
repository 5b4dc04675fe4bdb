/// What stands apart from a person's file: its notes, the glass before it, and who keeps it.
@NullMarked
package org.nostos.web.apart;

import org.jspecify.annotations.NullMarked;
