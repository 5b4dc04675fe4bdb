package org.nostos.cases.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityFile;
import org.nostos.registry.Person;
import org.nostos.registry.WhoIsOne;
import org.springframework.stereotype.Component;

/// Reads every room of a case, or of many cases at once: each room once. Every method needs a running
/// transaction.
@Component
public class CaseReading {

    private final WhoIsOne whoIsOne;
    private final Nationalities nationalities;
    private final List<CaseTrack> tracks;

    CaseReading(WhoIsOne whoIsOne, Nationalities nationalities, List<CaseTrack> tracks) {
        this.whoIsOne = whoIsOne;
        this.nationalities = nationalities;
        this.tracks = tracks;
    }

    /// The person and all who are joined with them, the lowest number first.
    public Optional<CaseQuestion> question(UUID person, AsOf at) {
        List<Person> one = whoIsOne.with(person);
        return one.isEmpty() ? Optional.empty() : Optional.of(new CaseQuestion(one, at));
    }

    /// The same of many, each group of persons who are one once.
    public List<CaseQuestion> questions(List<UUID> persons, AsOf at) {
        return whoIsOne.groups(persons).stream().map(one -> new CaseQuestion(one, at)).toList();
    }

    public CaseFile file(CaseQuestion question, List<OpenedCase> opened) {
        Whole whole = whole(List.of(question)).getFirst();
        return new CaseFile(
                question,
                opened,
                whole.lines(),
                whole.open(),
                whole.destinations(),
                whole::against);
    }

    public List<Unmet> against(CaseQuestion question, Step step) {
        return whole(List.of(question)).getFirst().against(step);
    }

    /// What the lists over all cases keep of each of these, in their order. All ask about the same two
    /// times.
    public List<CaseSummary> summaries(List<CaseQuestion> questions) {
        return questions.isEmpty()
                ? List.of()
                : whole(questions).stream().map(Whole::summary).toList();
    }

    private List<Whole> whole(List<CaseQuestion> questions) {
        Map<UUID, NationalityFile> files =
                nationalities.ofEach(
                        questions.stream().map(CaseQuestion::persons).toList(),
                        questions.getFirst().at());
        List<CaseSubject> people =
                questions.stream()
                        .map(question ->
                                new CaseSubject(
                                        question,
                                        Objects.requireNonNull(files.get(question.leader().id()))))
                        .toList();
        List<Whole> whole = new ArrayList<>();
        people.forEach(subject -> whole.add(new Whole(subject, new ArrayList<>())));
        for (CaseTrack track : tracks) {
            List<? extends Reading> readings = track.readEach(people);
            for (int i = 0; i < whole.size(); i++) {
                whole.get(i).readings().add(readings.get(i));
            }
        }
        return whole;
    }

    /// What all rooms know of one case.
    private record Whole(CaseSubject subject, List<Reading> readings) {

        List<TrackLine> lines() {
            return readings.stream().flatMap(reading -> reading.lines().stream()).toList();
        }

        List<Unmet> open() {
            return readings.stream()
                    .flatMap(reading -> reading.open().stream())
                    .sorted(
                            Comparator.comparing((Unmet unmet) -> unmet.rule().effect())
                                    .thenComparing(
                                            Unmet::by,
                                            Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
        }

        SortedSet<StateCode> destinations() {
            SortedSet<StateCode> all = new TreeSet<>();
            readings.forEach(reading -> all.addAll(reading.destinations()));
            return all;
        }

        List<Unmet> against(Step step) {
            return readings.stream().flatMap(reading -> reading.against(step).stream()).toList();
        }

        CaseSummary summary() {
            SortedSet<String> words = new TreeSet<>();
            lines().stream().map(TrackLine::word).forEach(words::add);
            return new CaseSummary(
                    subject.leader(),
                    subject.ids(),
                    words,
                    flags(open()),
                    lacks(),
                    subject.nationality().statelessSince().orElse(null),
                    subject.nationality().states());
        }

        private Map<String, SortedSet<String>> lacks() {
            Map<String, SortedSet<String>> lacks = new HashMap<>();
            for (StateCode state : destinations()) {
                SortedSet<String> keys = new TreeSet<>();
                against(new Step(Step.Kind.TRANSFER, state)).stream()
                        .map(unmet -> unmet.rule().key())
                        .forEach(keys::add);
                lacks.put(state.value(), keys);
            }
            return lacks;
        }
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
}
