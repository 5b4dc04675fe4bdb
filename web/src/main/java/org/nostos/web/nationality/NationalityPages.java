package org.nostos.web.nationality;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.identity.EvidenceGrade;
import org.nostos.identity.EvidenceKind;
import org.nostos.identity.Mrz;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityEvent.Consent;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityEvidence;
import org.nostos.identity.NationalityEvidence.Seen;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityStep;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.identity.TravelDocuments;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.web.Said;
import org.nostos.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How it stands between one person and each state, and the steps that it allows.
@Controller
class NationalityPages {

    private final People people;
    private final Nationalities nationalities;
    private final NationalityKeeping keeping;
    private final StateNames states;

    NationalityPages(
            People people,
            Nationalities nationalities,
            NationalityKeeping keeping,
            StateNames states) {
        this.people = people;
        this.nationalities = nationalities;
        this.keeping = keeping;
        this.states = states;
    }

    @GetMapping("/cases/{person}/nationality")
    String nationality(@PathVariable UUID person, Times times, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> known = file.persons().stream().map(Person::id).toList();
        AsOf at = times.at();
        NationalityFile standings = nationalities.of(known, at);
        boolean acts = times.areNow() && Caller.required().role() == Role.CASE_OFFICER;
        Map<StateCode, String> names = states.names();
        model.addAttribute("file", file);
        model.addAttribute("nationality", standings);
        model.addAttribute("missing", nationalities.alarms(known, at));
        model.addAttribute(
                "blocks",
                standings.standings().stream()
                        .map(standing ->
                                Block.of(
                                        standing,
                                        names.get(standing.state()),
                                        acts
                                                ? step -> keeping.whyNot(known, standing, step)
                                                : null))
                        .toList());
        model.addAttribute("names", names);
        model.addAttribute("acts", acts);
        model.addAttribute("confirms", times.areNow());
        model.addAttribute("me", Caller.required().account());
        if (model.getAttribute("mrz") instanceof Mrz mrz) {
            model.addAttribute(
                    "compared",
                    TravelDocuments.against(mrz, file.records(), standings.standings()));
            model.addAttribute("failed", failed(mrz));
        }
        if (model.getAttribute("kept") instanceof StepForm kept
                && standings.standings().stream()
                        .noneMatch(standing -> kept.isOf(standing.state()))) {
            model.addAttribute("newKept", kept);
        }
        choices(model);
        return "nationality";
    }

    @PostMapping("/cases/{person}/nationality/steps")
    String step(
            @PathVariable UUID person,
            @RequestParam NationalityStep step,
            StepForm form,
            RedirectAttributes next) {
        StateCode code = form.code();
        List<Obstacle> obstacles =
                code == null
                        ? List.of(Obstacle.of("obstacle.nationality.state"))
                        : taken(person, step, code, form);
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("kept", form);
        }
        return said(obstacles, "nationality.is-recorded", person, next);
    }

    /// Reads the lines of a travel document; the next page sets them beside the file.
    @PostMapping("/cases/{person}/nationality/mrz")
    String machineReadable(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String lines,
            RedirectAttributes next) {
        Optional<Mrz> read = TravelDocuments.read(lines);
        read.ifPresentOrElse(
                mrz -> next.addFlashAttribute("mrz", mrz),
                () -> {
                    next.addFlashAttribute("keptLines", lines);
                    Said.refused(next, List.of(Obstacle.of("obstacle.nationality.mrz")));
                });
        return "redirect:/cases/" + person + "/nationality";
    }

    @PostMapping("/cases/{person}/nationality/events/{event}/confirm")
    String confirm(
            @PathVariable UUID person,
            @PathVariable UUID event,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        return said(keeping.confirm(person, event, seen), "nationality.confirmed", person, next);
    }

    @PostMapping("/cases/{person}/nationality/events/{event}/correct")
    String correct(
            @PathVariable UUID person,
            @PathVariable UUID event,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        return said(
                keeping.correct(person, event, reason, seen),
                "nationality.taken-back",
                person,
                next);
    }

    private List<Obstacle> taken(UUID person, NationalityStep step, StateCode code, StepForm form) {
        return switch (step) {
            case CLAIMED -> keeping.claimed(person, form.entry(code));
            case ALLEGED -> keeping.alleged(person, form.entry(code));
            case EVIDENCE_ADDED -> evidence(person, code, form);
            case VERIFICATION_REQUESTED -> keeping.requested(person, form.entry(code), form.due());
            case INTERVIEW_SCHEDULED ->
                    keeping.interviewScheduled(person, form.entry(code), form.interview());
            case INTERVIEWED -> keeping.interviewed(person, form.entry(code));
            case VERIFIED, NOT_ESTABLISHED, DENIED, DEPRIVED, RENOUNCED ->
                    keeping.found(person, form.entry(code), step, form.rests());
            case DEPRIVATION_CHALLENGED -> keeping.challenged(person, form.entry(code));
            case CONFIRMED, CORRECTED -> throw new NoSuchElementException();
        };
    }

    private List<Obstacle> evidence(UUID person, StateCode code, StepForm form) {
        NationalityEvidence piece = form.piece();
        return piece == null
                ? List.of(Obstacle.of("obstacle.nationality.evidence"))
                : keeping.evidence(person, form.entry(code), piece, form.consent());
    }

    private static String failed(Mrz mrz) {
        return mrz.checks().stream()
                .filter(check -> !check.holds())
                .map(Mrz.Check::field)
                .collect(Collectors.joining(", "));
    }

    private static void choices(Model model) {
        model.addAttribute("kinds", EvidenceKind.values());
        model.addAttribute("grades", EvidenceGrade.values());
        model.addAttribute("shownAs", Seen.values());
        model.addAttribute("consents", Consent.values());
        model.addAttribute("restsOn", Rests.values());
        model.addAttribute("first", List.of(NationalityStep.CLAIMED, NationalityStep.ALLEGED));
    }

    private static String said(
            List<Obstacle> obstacles, String done, UUID person, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/cases/" + person + "/nationality";
    }
}
