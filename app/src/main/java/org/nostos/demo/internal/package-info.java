/// How people are invented, and how clerks write them down.
@NullMarked
package org.nostos.demo.internal;

import org.jspecify.annotations.NullMarked;
