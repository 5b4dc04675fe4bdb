package org.nostos.web.legal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.LawFile;
import org.nostos.legal.LawStep;
import org.nostos.legal.LegalWhyNot;
import org.nostos.legal.Rehabilitation;
import org.nostos.legal.Rehabilitation.Kind;
import org.nostos.legal.Rehabilitation.Onward;
import org.nostos.legal.RehabilitationClocks;
import org.nostos.legal.RehabilitationKeeping;
import org.nostos.parties.Caller;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.nostos.web.Times;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Somebody's rehabilitation: what they need and how they get on, in words, and where they go from it.
@Controller
class RehabilitationPages {

    private final People people;
    private final CaseLaw law;
    private final RehabilitationKeeping stays;
    private final LegalWhyNot whyNot;
    private final Dates dates;

    RehabilitationPages(
            People people,
            CaseLaw law,
            RehabilitationKeeping stays,
            LegalWhyNot whyNot,
            Dates dates) {
        this.people = people;
        this.law = law;
        this.stays = stays;
        this.whyNot = whyNot;
        this.dates = dates;
    }

    @GetMapping("/cases/{person}/rehabilitation")
    String page(@PathVariable UUID person, Times times, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> persons = BarsPage.persons(file);
        law.of(persons);
        AsOf at = times.at();
        LawFile known = whyNot.read(persons);
        List<Rehabilitation> all = stays.all(persons, at);
        Rehabilitation latest = all.isEmpty() ? null : all.getFirst();
        model.addAttribute("file", file);
        model.addAttribute("latest", latest);
        model.addAttribute("all", all);
        model.addAttribute("steps", steps(latest, stays.toRefer(persons, AsOf.now())));
        model.addAttribute("seen", latest == null ? null : latest.events().getLast().stamp().id());
        model.addAttribute("onwards", Onward.values());
        model.addAttribute("lines", RehabilitationClocks.of(known, at));
        model.addAttribute("against", RehabilitationClocks.againstGoing(known, at));
        model.addAttribute("latestDay", dates.today().plusDays(Rehabilitation.DAYS));
        return "rehabilitation";
    }

    @PostMapping("/cases/{person}/rehabilitation")
    String step(
            @PathVariable UUID person,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String needs,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate due,
            @RequestParam(required = false) @Nullable Onward onward,
            LawForm form,
            RedirectAttributes next) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        LawStep step = form.step(BarsPage.persons(file), dates);
        List<Obstacle> obstacles =
                switch (kind) {
                    case REFERRED -> stays.refer(step);
                    case ADMITTED -> stays.admit(step, place);
                    case PLANNED -> stays.plan(step, needs, due);
                    case ASSESSED -> stays.assess(step, needs, due);
                    case EXTENDED -> stays.extend(step, due);
                    case COMPLETED -> stays.complete(step);
                    case LEFT -> stays.leave(step);
                    case ONWARD_PROPOSED -> stays.propose(step, onward);
                    case ONWARD_DECIDED -> stays.decide(step);
                    case ONWARD_RETURNED -> stays.giveBack(step);
                };
        if (obstacles.isEmpty()) {
            Said.done(next, "law.step-taken");
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
            next.addFlashAttribute("words", new Words(kind, place, needs, due, onward));
        }
        return "redirect:/cases/" + person + "/rehabilitation";
    }

    /// What was written in a form that was refused.
    public record Words(
            Kind kind,
            String place,
            String needs,
            @Nullable LocalDate due,
            @Nullable Onward onward) {}

    private static List<Kind> steps(@Nullable Rehabilitation latest, boolean toRefer) {
        Role role = Caller.required().role();
        UUID me = Caller.required().account();
        return Arrays.stream(Kind.values())
                .filter(kind -> RehabilitationKeeping.may(kind, role))
                .filter(kind ->
                        kind == Kind.REFERRED ? toRefer : latest != null && latest.allows(kind, me))
                .toList();
    }
}
