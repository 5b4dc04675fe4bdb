package org.nostos.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.cases.internal.CaseReading;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Cases are opened, read whole, and asked why a next step is not possible. Thread-safe.
@Service
@Transactional
public class Cases {

    private static final int LONGEST_REASON = 2000;

    private final Acts acts;
    private final OpenedCases opened;
    private final CaseSummaries summaries;
    private final CaseReading reading;

    Cases(Acts acts, OpenedCases opened, CaseSummaries summaries, CaseReading reading) {
        this.acts = acts;
        this.opened = opened;
        this.summaries = summaries;
        this.reading = reading;
    }

    /// The case of the person who has this id, or in whom they are joined, at two times. Reading it is
    /// an act.
    public Optional<CaseFile> file(UUID person, AsOf at) {
        return reading.question(person, at)
                .map(question -> {
                    acts.record(
                            Act.of(
                                    "cases.read",
                                    purpose(),
                                    Map.of(
                                            "person",
                                            question.leader().id(),
                                            "persons",
                                            question.ids())));
                    return reading.file(question, opened.of(question.ids()));
                });
    }

    /// Everything that stands in the way of the step, from every room; nothing when it may be taken.
    ///
    /// Part of reading the case.
    @Transactional(readOnly = true)
    public List<Unmet> whyNot(CaseQuestion question, Step step) {
        return reading.against(question, step);
    }

    /// Opens a case for each of these persons who has none.
    public Opening open(Collection<UUID> persons, String reason) {
        String why = reason.strip();
        if (Caller.required().role() != Role.CASE_OFFICER) {
            return new Opening(0, List.of(Obstacle.of("obstacle.cases.role")));
        }
        if (persons.isEmpty()) {
            return new Opening(0, List.of(Obstacle.of("obstacle.cases.nobody")));
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return new Opening(0, List.of(Obstacle.of("obstacle.cases.reason")));
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "cases.opened",
                                        Purpose.CASEWORK,
                                        Map.of("persons", List.copyOf(persons)))
                                .withReason(why));
        int count = opened.open(persons, act);
        summaries.touch(persons);
        return new Opening(count, List.of());
    }

    /// Opens a case for everybody on an accepted version of a list who has none.
    public Opening openAll(UUID version, String reason) {
        List<UUID> without = opened.without(version);
        return without.isEmpty()
                ? new Opening(0, List.of(Obstacle.of("obstacle.cases.all-have-one")))
                : open(without, reason);
    }

    /// How many cases were opened, or why none was.
    public record Opening(int opened, List<Obstacle> obstacles) {
        public Opening {
            obstacles = List.copyOf(obstacles);
        }
    }

    private static Purpose purpose() {
        return Caller.required().role() == Role.LEGAL_REVIEWER
                ? Purpose.LEGAL_REVIEW
                : Purpose.CASEWORK;
    }
}
