package org.nostos.web.requests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.identity.Nationalities;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.registry.Person;
import org.nostos.requests.AnswerCondition;
import org.nostos.requests.Answers;
import org.nostos.requests.Asked;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Disclosing;
import org.nostos.requests.Disclosing.Draft;
import org.nostos.requests.Disclosure;
import org.nostos.requests.OwnState;
import org.nostos.requests.Relocating;
import org.nostos.requests.StateKeeping;
import org.nostos.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What states were asked about a person, what they answered, and what may be disclosed to whom.
@Controller
class CaseRequestsPages {

    private final People people;
    private final Disclosing disclosing;
    private final Answers answers;
    private final StateKeeping states;
    private final Relocating relocating;
    private final Nationalities nationalities;

    CaseRequestsPages(
            People people,
            Disclosing disclosing,
            Answers answers,
            StateKeeping states,
            Relocating relocating,
            Nationalities nationalities) {
        this.people = people;
        this.disclosing = disclosing;
        this.answers = answers;
        this.states = states;
        this.relocating = relocating;
        this.nationalities = nationalities;
    }

    @GetMapping("/cases/{person}/requests")
    String requests(@PathVariable UUID person, Times times, Model model) {
        PersonFile file = file(person);
        AsOf at = times.at();
        model.addAttribute("file", file);
        List<Asked> asked = answers.of(ids(file), at);
        model.addAttribute("asked", asked);
        model.addAttribute(
                "conditional", asked.stream().filter(one -> !one.conditions().isEmpty()).toList());
        model.addAttribute(
                "conditionKinds",
                Arrays.stream(AnswerCondition.Kind.values())
                        .filter(AnswerCondition.Kind::isForCommittee)
                        .toList());
        model.addAttribute(
                "ownStates", OwnState.of(nationalities.of(ids(file), at).standings(), asked));
        model.addAttribute("disclosures", disclosing.of(ids(file), at));
        model.addAttribute("states", states.all());
        model.addAttribute("thirdStates", relocating.of(ids(file), at));
        model.addAttribute("today", AsOf.now().on());
        model.addAttribute("asks", AskedFor.values());
        model.addAttribute("exceptions", Disclosure.Exception.Kind.values());
        model.addAttribute("fields", fields());
        model.addAttribute("until", AsOf.now().on().plusDays(90));
        if (!model.containsAttribute("harmWords")) {
            model.addAttribute("harmWords", "");
        }
        return "case-requests";
    }

    /// Every field that some request needs.
    private static Set<FieldRole> fields() {
        Set<FieldRole> fields = EnumSet.noneOf(FieldRole.class);
        for (AskedFor asked : AskedFor.values()) {
            fields.addAll(asked.needs());
        }
        return fields;
    }

    @PostMapping("/cases/{person}/disclosures")
    String draft(
            @PathVariable UUID person,
            @RequestParam String state,
            @RequestParam AskedFor asked,
            @RequestParam(required = false) @Nullable Set<FieldRole> fields,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Boolean harmFound,
            @RequestParam(defaultValue = "") String harm,
            @RequestParam(required = false) Disclosure.Exception.@Nullable Kind exception,
            @RequestParam(defaultValue = "") String ground,
            RedirectAttributes next) {
        PersonFile file = file(person);
        if (!state.matches("[A-Z]{3}")) {
            throw new NoSuchElementException("no state has this code");
        }
        Draft draft =
                new Draft(
                        new StateCode(state),
                        asked,
                        fields == null ? Set.of() : fields,
                        until,
                        harmFound,
                        harm,
                        exception == null ? null : new Disclosure.Exception(exception, ground));
        List<Obstacle> obstacles = disclosing.draft(file.leader().id(), draft);
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("harmWords", harm);
        }
        return Outcome.of(obstacles, "disclosure.drafted", to(person), next);
    }

    @PostMapping("/cases/{person}/disclosures/{disclosure}/clear")
    String clear(
            @PathVariable UUID person,
            @PathVariable UUID disclosure,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        return Outcome.of(
                disclosing.clear(disclosure, ids(file(person)), reason, seen),
                "disclosure.cleared",
                to(person),
                next);
    }

    @PostMapping("/cases/{person}/disclosures/{disclosure}/refuse")
    String refuse(
            @PathVariable UUID person,
            @PathVariable UUID disclosure,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        return Outcome.of(
                disclosing.refuse(disclosure, ids(file(person)), reason, seen),
                "disclosure.refused",
                to(person),
                next);
    }

    @PostMapping("/cases/{person}/disclosures/{disclosure}/withdraw")
    String withdraw(
            @PathVariable UUID person,
            @PathVariable UUID disclosure,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        return Outcome.of(
                disclosing.withdraw(disclosure, ids(file(person)), reason, seen),
                "disclosure.withdrawn",
                to(person),
                next);
    }

    private PersonFile file(UUID person) {
        return people.file(person).orElseThrow(NoSuchElementException::new);
    }

    private static List<UUID> ids(PersonFile file) {
        return file.persons().stream().map(Person::id).toList();
    }

    private static String to(UUID person) {
        return "/cases/" + person + "/requests";
    }
}
