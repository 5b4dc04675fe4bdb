package org.nostos.registry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who is one person with whom, as judged. The registry asks and does not know: whoever judges
/// answers. Every method needs a running transaction.
public interface WhoIsOne {

    /// The persons who are one with this one, the leader first; empty when the caller sees none.
    List<Person> with(UUID person);

    /// These persons as people: each group once, with everybody in it, the leader first.
    List<List<Person>> groups(Collection<UUID> persons);
}
