/// The ledger of what is said in public: articles as they were handed in, the figures entered from them
/// and from elsewhere, who sourced, reviewed and published each, and what among them does not fit.
///
/// It knows no person, no record and no case, and no room that knows one imports it or is imported by it:
/// what is said and what is known meet in a report alone, in aggregates.
@NullMarked
@ApplicationModule(allowedDependencies = {"parties", "figures", "basics"})
package org.nostos.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
