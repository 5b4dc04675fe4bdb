package org.nostos.lists;

import java.util.Optional;
import java.util.UUID;

/// The mappings of accepted lists, by their headings. A party sees its own alone.
public interface RememberedMappings {

    /// Remembers how a version was mapped that was just accepted. `headings` is the SHA-256 of its
    /// folded headings.
    void remember(UUID version, UUID party, byte[] headings, UUID mapping, UUID act);

    /// The last mapping of the caller's party for a list with these headings.
    Optional<Remembered> last(byte[] headings);
}
