/// Names of people across scripts: folding, transliteration, structure, comparison and keys.
@NullMarked
package org.nostos.names;

import org.jspecify.annotations.NullMarked;
