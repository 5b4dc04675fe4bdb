package org.nostos.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.internal.SearchHits;
import org.nostos.lists.AcceptedRecord;
import org.nostos.registry.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one search: a name in any script, a person's number, a list's number or a document's.
///
/// What the resident index finds are ids; they are read as the caller before anything is counted or
/// shown. A page of results is an act of reading. Thread-safe.
@Service
@Transactional
public class PeopleSearch {

    /// Why a record was found.
    public enum Why {
        PERSON_NUMBER,
        /// The list's own number, or a document's.
        NUMBER,
        NAME
    }

    /// A person found, by the record that matched best. `probability` is 1 for numbers.
    ///
    /// @param born whether the date asked for can be that of the record
    public record Found(
            Person person,
            AcceptedRecord record,
            int records,
            Why why,
            double probability,
            boolean born) {}

    /// What was found, the best first. Incomplete while the index is still being read after a start.
    public record Results(List<Found> found, boolean complete) {
        public Results {
            found = List.copyOf(found);
        }
    }

    private final Acts acts;
    private final SearchHits hits;

    PeopleSearch(Acts acts, SearchHits hits) {
        this.acts = acts;
        this.hits = hits;
    }

    /// Finds at most so many people.
    ///
    /// @param born `yyyy`, `yyyy-mm`, `yyyy-mm-dd` or empty
    public Results search(String query, String born, int most) {
        String asked = query.strip();
        List<Found> found = asked.isEmpty() ? List.of() : hits.find(asked, born.strip(), most);
        List<UUID> persons = found.stream().map(one -> one.person().id()).toList();
        acts.record(
                Act.of(
                        "registry.searched",
                        Purpose.CASEWORK,
                        Map.of("query", asked, "found", found.size(), "persons", persons)));
        return new Results(found, hits.complete());
    }
}
