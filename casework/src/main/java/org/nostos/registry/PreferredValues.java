package org.nostos.registry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;

/// The choices between values that the caller may see. Every method needs a running transaction.
public interface PreferredValues {

    /// The choices for these persons, the latest first; with those taken back and those overtaken.
    List<PreferredValue> ofPersons(Collection<UUID> persons);

    /// Adds the caller's choice as part of the act. Without a record it takes the last one back.
    void add(UUID person, FieldRole role, @Nullable UUID record, String reason, UUID act);
}
