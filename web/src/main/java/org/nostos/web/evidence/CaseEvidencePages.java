package org.nostos.web.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.evidence.Evidence;
import org.nostos.evidence.EvidenceItem;
import org.nostos.evidence.EvidenceKeeping;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.legal.CaseLaw;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
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

/// The evidence that speaks of a person, and what of it may be listed for a state.
@Controller
class CaseEvidencePages {

    private final Evidence evidence;
    private final EvidenceKeeping keeping;
    private final People people;
    private final CaseLaw law;
    private final Dates dates;

    CaseEvidencePages(
            Evidence evidence, EvidenceKeeping keeping, People people, CaseLaw law, Dates dates) {
        this.evidence = evidence;
        this.keeping = keeping;
        this.people = people;
        this.law = law;
        this.dates = dates;
    }

    @GetMapping("/cases/{person}/evidence")
    String page(
            @PathVariable UUID person,
            Times times,
            @RequestParam(required = false) @Nullable StateCode to,
            Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> persons = ids(file);
        AsOf at = times.at();
        model.addAttribute("file", file);
        model.addAttribute("lines", evidence.of(persons, at));
        model.addAttribute("alarms", evidence.alarms(persons, at));
        model.addAttribute("states", law.states());
        model.addAttribute("to", to);
        model.addAttribute("listing", to == null ? null : evidence.listing(persons, to));
        model.addAttribute("origins", EvidenceItem.Origin.values());
        model.addAttribute("decides", Caller.required().role() == Role.LEGAL_REVIEWER);
        return "case-evidence";
    }

    @PostMapping("/cases/{person}/evidence")
    String register(@PathVariable UUID person, ItemForm form, RedirectAttributes next) {
        List<Obstacle> obstacles =
                keeping.register(
                        known(person), form.item(dates.today()), EvidenceForm.text(form.reason()));
        return said(obstacles, person, form, next);
    }

    @PostMapping("/cases/{person}/evidence/links")
    String link(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String number,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        String digits = number.replaceAll("[^0-9]", "");
        long asked = digits.isEmpty() || digits.length() > 12 ? 0 : Long.parseLong(digits);
        return said(keeping.link(asked, known(person), on, reason), person, null, next);
    }

    @PostMapping("/cases/{person}/evidence/{item}/unlink")
    String unlink(
            @PathVariable UUID person,
            @PathVariable UUID item,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(keeping.unlink(item, known(person), on, reason), person, null, next);
    }

    private List<UUID> known(UUID person) {
        return ids(people.file(person).orElseThrow(NoSuchElementException::new));
    }

    private static List<UUID> ids(PersonFile file) {
        return file.persons().stream().map(Person::id).toList();
    }

    private static String said(
            List<Obstacle> obstacles,
            UUID person,
            @Nullable ItemForm form,
            RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, "law.step-taken");
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
        }
        return "redirect:/cases/" + person + "/evidence";
    }
}
