package org.nostos.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.identity.PeopleSearch.Found;
import org.nostos.identity.internal.JoinedPersons;
import org.nostos.identity.internal.SearchHits;
import org.nostos.registry.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whom the words of a list's filter mean: by name in any script, by number or document, as the search
/// finds them and the caller may know of them. It shows nobody: the list does, and reading that is the
/// act. Thread-safe.
@Service
@Transactional(readOnly = true)
public class MeantByName {

    /// Beyond so many the words mean too much.
    public static final int MOST = 500;

    private final SearchHits hits;
    private final JoinedPersons joined;

    MeantByName(SearchHits hits, JoinedPersons joined) {
        this.hits = hits;
        this.joined = joined;
    }

    /// Those who are meant, under every id they are known by.
    ///
    /// @param more whether others may be meant who are less like the words
    public record Meant(Set<UUID> persons, boolean more) {
        public Meant {
            persons = Set.copyOf(persons);
        }
    }

    public Meant persons(String words) {
        List<UUID> found =
                hits.find(words.strip(), "", true, MOST).stream()
                        .map(Found::person)
                        .map(Person::id)
                        .toList();
        Set<UUID> persons = new LinkedHashSet<>();
        joined.groups(found).forEach(one -> one.forEach(person -> persons.add(person.id())));
        return new Meant(persons, found.size() == MOST);
    }
}
