package org.nostos.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The lists and their versions that the caller may see.
public interface Lists {

    /// A list without its versions.
    record Title(UUID list, String title) {}

    /// The lists of the caller's own party, by title.
    List<Title> titles();

    /// All versions, the last received first. Their surveys say how many rows there are, no more.
    List<ListVersion> all();

    /// How many versions nobody has accepted or refused.
    long countOpen();

    Optional<ListVersion> version(UUID id);

    /// The version in which the caller's party handed in the file with this SHA-256 (hex).
    Optional<ListVersion> ofFile(String sha256);

    /// The versions whose file waits to be gone through, the first asked for first. For the engine.
    List<UUID> unchecked();

    /// The versions that somebody accepted and whose records are not made. For the engine.
    List<UUID> accepting();

    /// The versions that are mapped and not staged to the end, the oldest first. For the engine.
    List<UUID> unfinished();

    void add(UUID list, UUID party, String title, UUID act);

    void addVersion(UUID version, UUID list, UUID party, UUID file, LocalDate asOf, UUID act);

    /// Adds what happened, done by the caller, and returns the event's id.
    UUID add(UUID version, UUID party, ListEvent.What what, UUID act);
}
