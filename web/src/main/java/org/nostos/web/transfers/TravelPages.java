package org.nostos.web.transfers;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.transfers.Fitness;
import org.nostos.transfers.TransferReading;
import org.nostos.transfers.TravelDocument;
import org.nostos.transfers.TravelKeeping;
import org.nostos.transfers.TravelKeeping.Entry;
import org.nostos.web.Dates;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What one person travels on, whether they are fit to, and the transfers they are or were on.
@Controller
class TravelPages {

    private final People people;
    private final TravelKeeping travel;
    private final TransferReading reading;
    private final Dates dates;

    TravelPages(People people, TravelKeeping travel, TransferReading reading, Dates dates) {
        this.people = people;
        this.travel = travel;
        this.reading = reading;
        this.dates = dates;
    }

    @GetMapping("/cases/{person}/transfer")
    String page(@PathVariable UUID person, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> persons = persons(file);
        model.addAttribute("file", file);
        model.addAttribute("documents", travel.documents(persons));
        model.addAttribute("fitness", travel.fitness(persons));
        model.addAttribute("seen", travel.last(persons));
        model.addAttribute("plans", reading.of(persons));
        model.addAttribute("types", TravelDocument.Type.values());
        model.addAttribute("conclusions", Fitness.Conclusion.values());
        model.addAttribute("today", dates.today());
        model.addAttribute("officer", Caller.required().role() == Role.CASE_OFFICER);
        if (!model.containsAttribute("kept")) {
            model.addAttribute("kept", new TransferForm(null, null, null, null, null));
        }
        return "case-transfer";
    }

    @PostMapping("/cases/{person}/transfer/documents")
    String request(
            @PathVariable UUID person,
            @RequestParam TravelDocument.Type type,
            @RequestParam(defaultValue = "") String issuer,
            TransferForm form,
            RedirectAttributes next) {
        String code = issuer.strip();
        return said(
                code.matches("[A-Z]{3}")
                        ? travel.request(entry(person, form), type, new StateCode(code))
                        : List.of(Obstacle.of("obstacle.transfer.issuer")),
                person,
                form,
                next);
    }

    @PostMapping("/cases/{person}/transfer/documents/{document}")
    String step(
            @PathVariable UUID person,
            @PathVariable UUID document,
            @RequestParam TravelDocument.Kind kind,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                travel.step(entry(person, form), document, kind, number, until),
                person,
                form,
                next);
    }

    @PostMapping("/cases/{person}/transfer/fitness")
    String conclude(
            @PathVariable UUID person,
            @RequestParam Fitness.Conclusion conclusion,
            @RequestParam(defaultValue = "") String physician,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                travel.conclude(entry(person, form), conclusion, physician, office, until),
                person,
                form,
                next);
    }

    private Entry entry(UUID person, TransferForm form) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        return new Entry(
                persons(file),
                form.seen(),
                form.on() == null ? dates.today() : form.on(),
                form.reason() == null ? "" : form.reason(),
                form.source() == null ? "" : form.source());
    }

    private static List<UUID> persons(PersonFile file) {
        return file.persons().stream().map(Person::id).toList();
    }

    private static String said(
            List<Obstacle> obstacles, UUID person, TransferForm form, RedirectAttributes next) {
        return Outcome.of(obstacles, "/cases/" + person + "/transfer", form, next);
    }
}
