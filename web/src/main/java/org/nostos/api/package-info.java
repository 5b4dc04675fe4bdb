/// What other programs read: the published ledger as JSON. It is open to whoever is signed in, as the pages
/// are, and knows no page.
@NullMarked
package org.nostos.api;

import org.jspecify.annotations.NullMarked;
