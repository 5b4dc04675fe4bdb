/// The pages of what is said in public: the ledger with its chart, a figure with its words and source, the
/// articles, what does not fit.
@NullMarked
package org.nostos.web.ledger;

import org.jspecify.annotations.NullMarked;
