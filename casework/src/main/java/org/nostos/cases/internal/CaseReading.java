package org.nostos.cases.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.Effect;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.CaseFile;
import org.nostos.cases.CaseQuestion;
import org.nostos.cases.CaseSummary;
import org.nostos.cases.OpenedCase;
import org.nostos.cases.Step;
import org.nostos.cases.TrackLine;
import org.nostos.identity.Clusters;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// Reads every room of one case. Every method needs a running transaction.
@Component
public class CaseReading {

    private final Persons persons;
    private final Clusters clusters;
    private final List<CaseTrack> tracks;

    CaseReading(Persons persons, Clusters clusters, List<CaseTrack> tracks) {
        this.persons = persons;
        this.clusters = clusters;
        this.tracks = tracks;
    }

    /// The person and all who are joined with them, the lowest number first.
    public Optional<CaseQuestion> question(UUID person, AsOf at) {
        return persons.byId(person).map(asked -> new CaseQuestion(joined(asked), at));
    }

    private List<Person> joined(Person asked) {
        UUID leader = clusters.leaders(List.of(asked.record())).get(asked.record());
        return leader == null
                ? List.of(asked)
                : persons.ofRecords(clusters.members(leader)).stream()
                        .sorted(Comparator.comparingLong(Person::ordinal))
                        .toList();
    }

    public CaseFile file(CaseQuestion question, List<OpenedCase> opened) {
        return new CaseFile(
                question,
                opened,
                tracks.stream().flatMap(track -> track.lines(question).stream()).toList(),
                open(question),
                destinations(question));
    }

    public List<Unmet> against(CaseQuestion question, Step step) {
        return tracks.stream().flatMap(track -> track.against(question, step).stream()).toList();
    }

    /// What the lists over all cases keep of this one.
    CaseSummary summary(CaseQuestion question) {
        CaseFile file = file(question, List.of());
        SortedSet<String> words = new TreeSet<>();
        file.tracks().stream().map(TrackLine::word).forEach(words::add);
        return new CaseSummary(
                question.leader().id(),
                question.ids(),
                words,
                flags(file.open()),
                lacks(question, file.destinations()));
    }

    private static List<CaseSummary.Flag> flags(Collection<Unmet> open) {
        return open.stream()
                .filter(unmet -> unmet.rule().effect() != Effect.BLOCKS)
                .map(unmet ->
                        new CaseSummary.Flag(
                                unmet.rule().key(),
                                unmet.rule().effect(),
                                unmet.rule().settler(),
                                unmet.arguments(),
                                unmet.by()))
                .distinct()
                .toList();
    }

    private Map<String, SortedSet<String>> lacks(
            CaseQuestion question, Collection<StateCode> destinations) {
        Map<String, SortedSet<String>> lacks = new HashMap<>();
        for (StateCode state : destinations) {
            SortedSet<String> keys = new TreeSet<>();
            against(question, new Step(Step.Kind.TRANSFER, state)).stream()
                    .map(unmet -> unmet.rule().key())
                    .forEach(keys::add);
            lacks.put(state.value(), keys);
        }
        return lacks;
    }

    private List<Unmet> open(CaseQuestion question) {
        return tracks.stream()
                .flatMap(track -> track.open(question).stream())
                .sorted(
                        Comparator.comparing((Unmet unmet) -> unmet.rule().effect())
                                .thenComparing(
                                        Unmet::by, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private SortedSet<StateCode> destinations(CaseQuestion question) {
        SortedSet<StateCode> all = new TreeSet<>();
        tracks.forEach(track -> all.addAll(track.destinations(question)));
        return all;
    }
}
