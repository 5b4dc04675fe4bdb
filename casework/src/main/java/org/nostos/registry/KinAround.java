package org.nostos.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.AsOf;

/// The files of people and of those to whom they are tied, read a generation at a time and each once.
final class KinAround {

    private final Kin kin;
    private final WhoIsOne whoIsOne;
    private final AsOf at;
    private final Map<UUID, FamilyFile> files = new HashMap<>();
    private final Set<UUID> asked = new HashSet<>();

    KinAround(Kin kin, WhoIsOne whoIsOne, AsOf at) {
        this.kin = kin;
        this.whoIsOne = whoIsOne;
        this.at = at;
    }

    /// The file of whoever is known under this id, if it was read and the caller may see them.
    Optional<FamilyFile> of(UUID person) {
        return Optional.ofNullable(files.get(person));
    }

    void add(Collection<FamilyFile> read) {
        read.forEach(file -> file.known().forEach(id -> files.put(id, file)));
        asked.addAll(files.keySet());
    }

    void read(Collection<UUID> persons) {
        List<UUID> missing = persons.stream().distinct().filter(asked::add).toList();
        if (!missing.isEmpty()) {
            List<List<Person>> people = whoIsOne.groups(missing);
            add(people.isEmpty() ? List.of() : kin.ofEach(people, at).values());
        }
    }

    /// Reads everybody at the other end of a tie of these that holds.
    void readRelatives(Collection<FamilyFile> of) {
        read(
                of.stream()
                        .flatMap(file ->
                                file.ties().stream()
                                        .filter(KinTie::holds)
                                        .map(tie -> tie.otherThan(file.known())))
                        .filter(Objects::nonNull)
                        .toList());
    }
}
