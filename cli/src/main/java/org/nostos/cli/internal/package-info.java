/// What the commands share: reading lists, telling the user, writing what was found.
@NullMarked
package org.nostos.cli.internal;

import org.jspecify.annotations.NullMarked;
