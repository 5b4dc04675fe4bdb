/// The record linkage engine: Fellegi and Sunter's model, trained without labels.
@NullMarked
package org.nostos.linkage;

import org.jspecify.annotations.NullMarked;
