/// Who works here: authorities, the committee, states and monitors, their people and roles, and the
/// door through which each of them comes in.
@NullMarked
@ApplicationModule(allowedDependencies = "basics")
package org.nostos.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
