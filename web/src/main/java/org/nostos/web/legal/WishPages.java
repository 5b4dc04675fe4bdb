package org.nostos.web.legal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.identity.People;
import org.nostos.legal.BestInterests;
import org.nostos.legal.Determination;
import org.nostos.legal.LawStep;
import org.nostos.legal.Will;
import org.nostos.legal.WillKeeping;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Writes down what somebody wants, and what is best for a child.
@Controller
class WishPages {

    private final People people;
    private final WillKeeping wills;
    private final BestInterests best;
    private final Dates dates;

    WishPages(People people, WillKeeping wills, BestInterests best, Dates dates) {
        this.people = people;
        this.wills = wills;
        this.best = best;
        this.dates = dates;
    }

    @PostMapping("/cases/{person}/bars/will")
    String will(
            @PathVariable UUID person,
            @RequestParam StateCode destination,
            @RequestParam Will.Kind kind,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(defaultValue = "") String witness,
            LawForm form,
            RedirectAttributes next) {
        LawStep step = form.step(persons(person), dates);
        WillKeeping.How how = new WillKeeping.How(language, interpreter, witness);
        List<Obstacle> obstacles =
                switch (kind) {
                    case INFORMED -> wills.inform(step, destination, how);
                    case CONSENTS -> wills.consent(step, destination, how);
                    case OBJECTS -> wills.object(step, destination, how);
                    case UNDECIDED -> wills.leaveOpen(step, destination, how);
                    case RECONFIRMED -> wills.reconfirm(step, destination, how);
                    case WITHDRAWN -> wills.withdraw(step, destination, how);
                };
        next.addAttribute("also", destination.value());
        return said(obstacles, person, form, next);
    }

    @PostMapping("/cases/{person}/bars/best-interests")
    String best(
            @PathVariable UUID person,
            @RequestParam Determination.Kind kind,
            @RequestParam(defaultValue = "") String panel,
            @RequestParam(required = false) Determination.@Nullable Option option,
            @RequestParam(defaultValue = "") String destination,
            @RequestParam(defaultValue = "") String dissent,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate due,
            @RequestParam Map<String, String> words,
            LawForm form,
            RedirectAttributes next) {
        LawStep step = form.step(persons(person), dates);
        StateCode to = destination.matches("[A-Z]{3}") ? new StateCode(destination) : null;
        List<Obstacle> obstacles =
                switch (kind) {
                    case OPENED -> best.open(step);
                    case INFORMATION -> best.inform(step);
                    case VIEWS -> best.hear(step);
                    case PANEL -> best.sit(step, panel);
                    case DECISION_PROPOSED ->
                            best.propose(
                                    step, new BestInterests.Proposal(option, to, dissent, due));
                    case DECIDED -> best.decide(step);
                    case RETURNED -> best.giveBack(step);
                    case REOPENED -> best.reopen(step);
                };
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("bidKept", Map.copyOf(words));
        }
        return said(obstacles, person, form, next);
    }

    private List<UUID> persons(UUID person) {
        return BarsPage.persons(people.file(person).orElseThrow(NoSuchElementException::new));
    }

    private static String said(
            List<Obstacle> obstacles, UUID person, LawForm form, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, "law.step-taken");
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
        }
        return "redirect:/cases/" + person + "/bars";
    }
}
