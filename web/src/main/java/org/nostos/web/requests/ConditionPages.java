package org.nostos.web.requests;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.People;
import org.nostos.registry.Person;
import org.nostos.requests.AnswerCondition;
import org.nostos.requests.ConditionKeeping;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What is said of the conditions under which a state accepts somebody.
@Controller
class ConditionPages {

    private final People people;
    private final ConditionKeeping conditions;

    ConditionPages(People people, ConditionKeeping conditions) {
        this.people = people;
        this.conditions = conditions;
    }

    /// What the state itself says of a condition of its own.
    @PostMapping("/desk/{note}/conditions/{answer}")
    String sayAtDesk(
            @PathVariable UUID note,
            @PathVariable UUID answer,
            @RequestParam int place,
            @RequestParam AnswerCondition.Kind kind,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        return Outcome.of(
                conditions.sayAtDesk(note, answer, place, kind, proof, seen),
                "condition.recorded",
                "/desk/" + note,
                next);
    }

    @PostMapping("/cases/{person}/conditions/{answer}")
    String say(
            @PathVariable UUID person,
            @PathVariable UUID answer,
            @RequestParam int place,
            @RequestParam AnswerCondition.Kind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        ConditionKeeping.Saying saying =
                new ConditionKeeping.Saying(kind, Words.day(on), whom, source, seen);
        return Outcome.of(
                conditions.say(
                        people
                                .file(person)
                                .orElseThrow(NoSuchElementException::new)
                                .persons()
                                .stream()
                                .map(Person::id)
                                .toList(),
                        answer,
                        place,
                        saying),
                "condition.recorded",
                "/cases/" + person + "/requests",
                next);
    }
}
