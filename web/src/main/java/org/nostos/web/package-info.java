/// x
@NullMarked
package org.nostos.web;

import org.jspecify.annotations.NullMarked;
