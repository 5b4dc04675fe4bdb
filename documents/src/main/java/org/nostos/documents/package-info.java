/// Numbered documents in two languages, side by side, as PDF. They carry their content and a signature,
/// so that whoever has the file and the public key needs no network to know that it is whole.
///
/// Knows no case: what stands in a document is text.
@NullMarked
package org.nostos.documents;

import org.jspecify.annotations.NullMarked;
