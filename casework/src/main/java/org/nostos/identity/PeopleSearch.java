package org.nostos.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.internal.SearchHits;
import org.nostos.identity.internal.ShownLately;
import org.nostos.lists.AcceptedRecord;
import org.nostos.names.Names;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one search: a name in any script, a person's number, a list's number or a document's.
///
/// What the index finds are ids; they are read as the caller before anything is counted or shown. A
/// page of results is an act of reading. Thread-safe.
@Service
@Transactional
public class PeopleSearch {

    /// Why a record was found.
    public enum Why {
        PERSON_NUMBER,
        /// The list's own number, or a document's.
        NUMBER,
        NAME,
        /// The date of birth alone was asked for.
        BORN
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

    /// What was found, the best first.
    ///
    /// @param percent how much of the records has been read into the index after a start
    /// @param more whether others may be like this beyond those listed
    public record Results(List<Found> found, boolean complete, int percent, boolean more) {
        public Results {
            found = List.copyOf(found);
        }
    }

    /// Fewer letters would find half of everybody.
    private static final int SHORTEST = 2;

    private final Acts acts;
    private final SearchHits hits;
    private final ShownLately lately;

    PeopleSearch(Acts acts, SearchHits hits, ShownLately lately) {
        this.acts = acts;
        this.hits = hits;
        this.lately = lately;
    }

    /// Finds at most so many people.
    ///
    /// @param query words of a name in any script, a number, a date of birth
    /// @param born a date of birth as far as it is known, or empty
    public Results search(String query, String born, int most) {
        Results results = found(query, born, false, most);
        record(query, born, results);
        return results;
    }

    /// Finds people while the question is still being typed: its last word may go on.
    ///
    /// It is an act unless this session's last act has shown all of them for the beginning of the same
    /// question.
    ///
    /// @return empty while too little is typed to ask for anybody
    public Optional<Results> typed(String query, String born, int most) {
        if (Names.fold(query.strip()).length() < SHORTEST && born.isBlank()) {
            return Optional.empty();
        }
        Results results = found(query, born, true, most);
        if (!lately.covers(Caller.required().session(), asked(query, born), ids(results))) {
            record(query, born, results);
        }
        return Optional.of(results);
    }

    private Results found(String query, String born, boolean unfinished, int most) {
        List<Found> found = hits.find(query.strip(), born.strip(), unfinished, most);
        return new Results(found, hits.complete(), hits.percent(), found.size() == most);
    }

    private void record(String query, String born, Results results) {
        Set<UUID> persons = ids(results);
        acts.record(
                Act.of(
                        "registry.searched",
                        Purpose.CASEWORK,
                        Map.of(
                                "query",
                                query.strip(),
                                "found",
                                persons.size(),
                                "persons",
                                List.copyOf(persons))));
        lately.note(Caller.required().session(), asked(query, born), persons);
    }

    private static Set<UUID> ids(Results results) {
        return results.found.stream()
                .map(one -> one.person().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Going on in either field goes on in the same question only while the other stays as it is.
    private static String asked(String query, String born) {
        return born.strip() + "\n" + query.stripLeading();
    }
}
