package org.nostos.web.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.identity.People;
import org.nostos.registry.Person;
import org.nostos.requests.Relocating;
import org.nostos.requests.Relocating.Proposal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Proposals that a state receive somebody who is not its national.
@Controller
class ThirdStatePages {

    private final People people;
    private final Relocating relocating;

    ThirdStatePages(People people, Relocating relocating) {
        this.people = people;
        this.relocating = relocating;
    }

    @PostMapping("/cases/{person}/third-states")
    String propose(
            @PathVariable UUID person,
            @RequestParam StateCode state,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes next) {
        Proposal proposal = new Proposal(state, on, programme, reason, source);
        return Outcome.of(
                relocating.propose(persons(person), proposal),
                "third-state.proposed",
                "/cases/" + person + "/requests",
                next);
    }

    @PostMapping("/cases/{person}/third-states/{state}/withdraw")
    String withdraw(
            @PathVariable UUID person,
            @PathVariable StateCode state,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        Proposal proposal = new Proposal(state, Words.day(null), "", reason, null);
        return Outcome.of(
                relocating.withdraw(persons(person), proposal),
                "third-state.withdrawn",
                "/cases/" + person + "/requests",
                next);
    }

    private List<UUID> persons(UUID person) {
        return people.file(person).orElseThrow(NoSuchElementException::new).persons().stream()
                .map(Person::id)
                .toList();
    }
}
