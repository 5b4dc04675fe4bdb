/// How a list is read: letters, cells, dates in several calendars, and what is wrong with a row.
@NullMarked
package org.nostos.lists.internal;

import org.jspecify.annotations.NullMarked;
