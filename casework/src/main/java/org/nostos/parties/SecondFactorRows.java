package org.nostos.parties;

import java.util.Set;
import java.util.UUID;

/// Which accounts have a second factor, as far as the caller may know.
public interface SecondFactorRows {

    Set<UUID> having();

    long recoveryCodesLeft();

    /// Takes the account's second factor away as part of the act.
    void reset(UUID account, UUID act);
}
