/// States are asked, answer or stay silent, and learn nothing of anybody who was not disclosed to them.
@NullMarked
package org.nostos.requests;

import org.jspecify.annotations.NullMarked;
