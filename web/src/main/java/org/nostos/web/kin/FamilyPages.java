package org.nostos.web.kin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.identity.Nationalities;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.parties.Caller;
import org.nostos.registry.CareEvent;
import org.nostos.registry.CareKeeping;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.FamilyUnity;
import org.nostos.registry.FamilyUnity.Group;
import org.nostos.registry.Kin;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinKeeping;
import org.nostos.registry.KinKeeping.Proposal;
import org.nostos.registry.KinKeeping.Step;
import org.nostos.registry.KinRelation;
import org.nostos.registry.Person;
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

/// A person's family and care, and what is done for them.
@Controller
class FamilyPages {

    private final People people;
    private final Kin kin;
    private final FamilyUnity unity;
    private final Nationalities nationalities;
    private final KinKeeping ties;
    private final CareKeeping care;
    private final Relatives relatives;
    private final Suggestions suggestions;

    FamilyPages(
            People people,
            Kin kin,
            FamilyUnity unity,
            Nationalities nationalities,
            KinKeeping ties,
            CareKeeping care,
            Relatives relatives,
            Suggestions suggestions) {
        this.people = people;
        this.kin = kin;
        this.unity = unity;
        this.nationalities = nationalities;
        this.ties = ties;
        this.care = care;
        this.relatives = relatives;
        this.suggestions = suggestions;
    }

    @GetMapping("/cases/{person}/family")
    String family(@PathVariable UUID person, Times times, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> known = file.persons().stream().map(Person::id).toList();
        FamilyFile family = kin.of(known, times.at());
        boolean acts = times.areNow() && Caller.required().role() == Role.CASE_OFFICER;
        model.addAttribute("file", file);
        model.addAttribute("family", family);
        model.addAttribute("care", family.care());
        model.addAttribute("missing", family.care().unmet());
        model.addAttribute("ties", relatives.of(family, family.open()));
        model.addAttribute("past", relatives.of(family, family.past()));
        model.addAttribute("acts", acts);
        model.addAttribute("confirms", times.areNow());
        model.addAttribute("me", Caller.required().account());
        if (times.areNow()) {
            model.addAttribute("suggestions", suggestions.of(file, family));
            together(file, model);
        }
        choices(model);
        return "family";
    }

    @PostMapping("/cases/{person}/family/ties")
    String propose(@PathVariable UUID person, TieForm form, RedirectAttributes next) {
        List<Obstacle> obstacles = proposed(person, form);
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("keptTie", form);
        }
        return said(obstacles, "family.proposed", person, next);
    }

    @PostMapping("/cases/{person}/family/ties/{tie}")
    String step(
            @PathVariable UUID person,
            @PathVariable UUID tie,
            @RequestParam KinEvent.Kind kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String same,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        LocalDate day = on == null ? LocalDate.now(ZoneOffset.UTC) : on;
        Step step = new Step(kind, day, TieForm.samePlace(same), reason, seen);
        return said(ties.step(person, tie, step), "family.recorded", person, next);
    }

    @PostMapping("/cases/{person}/family/care")
    String cared(
            @PathVariable UUID person,
            @RequestParam CareEvent.Kind kind,
            CareForm form,
            RedirectAttributes next) {
        List<Obstacle> obstacles = form.take(care, person, kind);
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("keptCare", form);
        }
        return said(obstacles, "family.recorded", person, next);
    }

    @PostMapping("/cases/{person}/family/care/{event}/confirm")
    String confirm(
            @PathVariable UUID person,
            @PathVariable UUID event,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        return said(care.confirm(person, event, seen), "family.recorded", person, next);
    }

    @PostMapping("/cases/{person}/family/care/{event}/correct")
    String correct(
            @PathVariable UUID person,
            @PathVariable UUID event,
            CareForm form,
            RedirectAttributes next) {
        return said(care.correct(person, event, form.entry()), "family.taken-back", person, next);
    }

    private List<Obstacle> proposed(UUID person, TieForm form) {
        UUID found = form.relative();
        if (!form.personNumber().isEmpty()) {
            found = people.numbered(form.personNumber()).map(Person::id).orElse(null);
            if (found == null) {
                return List.of(Obstacle.of("obstacle.family.number"));
            }
        }
        Proposal proposal = form.with(found);
        return proposal == null
                ? List.of(Obstacle.of("obstacle.family.incomplete"))
                : ties.propose(person, proposal, form.seen());
    }

    private void together(PersonFile file, Model model) {
        Group group = unity.group(file.leader().id());
        List<Destinations.One> everybody = new ArrayList<>();
        for (FamilyUnity.Member member : group.members()) {
            people.file(member.leader())
                    .ifPresent(other ->
                            everybody.add(
                                    new Destinations.One(
                                            member.leader(),
                                            String.join(" ", other.names()),
                                            nationalities.of(member.known(), AsOf.now()))));
        }
        model.addAttribute("group", group);
        model.addAttribute("everybody", everybody);
        model.addAttribute("mustTravel", unity.whoMustTravelTogether(file.leader().id()).size());
        model.addAttribute("destinations", Destinations.of(everybody));
    }

    private static void choices(Model model) {
        List<KinRelation> relations = new ArrayList<>();
        for (KinRelation relation : KinRelation.values()) {
            if (relation.isProposed()) {
                relations.add(relation);
            }
        }
        model.addAttribute("relations", relations);
        model.addAttribute("marriages", KinEvent.Marriage.values());
        model.addAttribute("grades", KinEvent.Grade.values());
        model.addAttribute("companies", CareEvent.Company.values());
        model.addAttribute("grounds", CareEvent.Ground.values());
        model.addAttribute("outcomes", CareEvent.Outcome.values());
    }

    private static String said(
            List<Obstacle> obstacles, String done, UUID person, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/cases/" + person + "/family";
    }
}
