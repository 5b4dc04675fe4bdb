package org.nostos.lists;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.lists.internal.Headings;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which list a version is one of: what is proposed, and what the party says. Thread-safe.
@Service
@Transactional
public class NewVersions {

    /// A list that came before and looks like this one.
    public record Likely(UUID list, String title, boolean sameColumns) {}

    private final Acts acts;
    private final Lists lists;
    private final Versions versions;

    NewVersions(Acts acts, Lists lists, Versions versions) {
        this.acts = acts;
        this.lists = lists;
        this.versions = versions;
    }

    /// The other list of the party that has the same columns or the same title, if there is one, while
    /// the version is the only one of its own and nobody has decided about it.
    @Transactional(readOnly = true)
    public Optional<Likely> likely(UUID version) {
        ListVersion here = lists.version(version).orElseThrow(() -> new NoSuchList(version));
        List<ListVersion> all = lists.all();
        boolean alone = all.stream().filter(v -> v.list().equals(here.list())).count() == 1;
        if (!alone || here.status().isClosed() || !here.party().equals(Caller.required().party())) {
            return Optional.empty();
        }
        String columns = Headings.of(here);
        return all.stream()
                .filter(other -> other.party().equals(here.party()))
                .filter(other -> !other.list().equals(here.list()))
                .map(other -> whole(other.id()))
                .filter(other ->
                        Headings.alike(other.title(), here.title())
                                || (!columns.isEmpty() && columns.equals(Headings.of(other))))
                .findFirst()
                .map(other ->
                        new Likely(
                                other.list(),
                                other.title(),
                                !columns.isEmpty() && columns.equals(Headings.of(other))));
    }

    /// The lists of the party that this version could be one of.
    @Transactional(readOnly = true)
    public List<Lists.Title> others(ListVersion version) {
        return lists.titles().stream().filter(t -> !t.list().equals(version.list())).toList();
    }

    /// Says that the version is one of this list. It can be said otherwise until it is decided about.
    public List<Obstacle> say(UUID version, UUID list) {
        ListVersion here = whole(version);
        if (here.status().isClosed()) {
            return List.of(Obstacle.of("obstacle.lists.closed"));
        }
        if (lists.titles().stream().noneMatch(known -> known.list().equals(list))) {
            return List.of(Obstacle.of("obstacle.lists.unknown-list"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "lists.version-of",
                                        Purpose.INTAKE,
                                        Map.of("version", version, "list", list))
                                .withDocument(Objects.requireNonNull(here.sha256())));
        versions.sayOf(version, list, here.party(), act);
        return List.of();
    }

    private ListVersion whole(UUID version) {
        return lists.version(version).orElseThrow(() -> new NoSuchList(version));
    }
}
