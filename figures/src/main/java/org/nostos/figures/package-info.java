/// What is said in public about people held abroad: figures with who said them and when, read out of
/// text, and what does not fit between them. This room knows no person and imports no register.
@NullMarked
package org.nostos.figures;

import org.jspecify.annotations.NullMarked;
