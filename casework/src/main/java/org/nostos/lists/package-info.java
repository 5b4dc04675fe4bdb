/// Lists as their parties handed them in: the file, its columns, the rows that read well, the rows
/// that need a look, and the records that came of them once somebody accepted.
///
/// A record is a row as it was received. Nothing here changes one, and nothing here knows who is who.
@NullMarked
@ApplicationModule(allowedDependencies = {"parties", "names", "basics"})
package org.nostos.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
