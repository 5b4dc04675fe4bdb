package org.nostos.parties;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is set for the whole house; the latest counts. Every method needs a running transaction.
public interface HouseFacts {

    Optional<DataController> controller();

    Optional<ReviewBody> reviewBody();

    void name(String name, String address, String contact, String legalBasis, UUID act);

    /// Without a name there is no body any more.
    void reviewBody(@Nullable String name, String mandate, UUID act);
}
