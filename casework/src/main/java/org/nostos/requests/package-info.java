/// Requests: what may be disclosed of a person to a state, the notes that ask states, and what they
/// answer, person by person, or leave unanswered.
///
/// A silent state has accepted nothing and denied nothing. What a state says in public stands apart
/// and answers for nobody.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "custody",
            "registry",
            "lists",
            "parties",
            "documents",
            "journal",
            "basics"
        })
package org.nostos.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
