package org.nostos.parties;

import java.util.Optional;
import java.util.UUID;

/// The languages that accounts chose for their pages. An account sees its own.
public interface AccountLanguages {

    /// The tag of the caller's language, if they ever chose one.
    Optional<String> ofCaller();

    void add(String language, UUID act);
}
