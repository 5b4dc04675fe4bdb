package org.nostos.web.apart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.parties.Caller;
import org.nostos.registry.BreakingGlass;
import org.nostos.registry.BreakingGlass.Outcome;
import org.nostos.registry.Compartment;
import org.nostos.registry.GlassCategory;
import org.nostos.registry.GlassOpening;
import org.nostos.registry.Note;
import org.nostos.registry.NotesApart;
import org.nostos.registry.Person;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What stands apart from a person's file. Who neither keeps a compartment nor may break a glass finds
/// nothing here.
@Controller
class ApartPages {

    private final People people;
    private final NotesApart notes;
    private final BreakingGlass glass;

    ApartPages(People people, NotesApart notes, BreakingGlass glass) {
        this.people = people;
        this.notes = notes;
        this.glass = glass;
    }

    @GetMapping("/people/{person}/apart")
    String apart(@PathVariable UUID person, Model model) {
        Set<Compartment> kept = notes.kept();
        if (kept.isEmpty() && !BreakingGlass.may(Caller.required())) {
            throw new NoSuchElementException();
        }
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        model.addAttribute("file", file);
        model.addAttribute("parts", parts(file, kept));
        model.addAttribute("categories", GlassCategory.values());
        model.addAttribute("longest", glass.longest().toMinutes());
        return "apart";
    }

    @PostMapping("/people/{person}/notes")
    String write(
            @PathVariable UUID person,
            @RequestParam Compartment kind,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next) {
        return said(notes.write(person, kind, words), "apart.written", person, next);
    }

    @PostMapping("/people/{person}/glass")
    String open(
            @PathVariable UUID person,
            @RequestParam Compartment kind,
            @RequestParam GlassCategory category,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int minutes,
            RedirectAttributes next) {
        Outcome outcome =
                glass.open(
                        person, kind, category, reason, Duration.ofMinutes(Math.max(0, minutes)));
        List<Obstacle> obstacles =
                outcome instanceof Outcome.Refused refused ? refused.obstacles() : List.of();
        return said(obstacles, "glass.opened", person, next);
    }

    private List<Part> parts(PersonFile file, Set<Compartment> kept) {
        List<UUID> known = file.persons().stream().map(Person::id).toList();
        boolean may = BreakingGlass.may(Caller.required());
        List<GlassOpening> open = may ? glass.openNow() : List.of();
        List<Part> parts = new ArrayList<>();
        for (Compartment kind : Compartment.values()) {
            if (kept.contains(kind)) {
                parts.add(new Part(kind, true, false, notes.read(known, kind), null));
            } else if (may) {
                parts.add(behindGlass(kind, known, open));
            }
        }
        return parts;
    }

    private Part behindGlass(Compartment kind, List<UUID> known, List<GlassOpening> open) {
        for (GlassOpening opening : open) {
            if (opening.kind() == kind && known.contains(opening.person())) {
                List<Note> seen = glass.look(opening.id(), known).orElse(null);
                return new Part(kind, false, seen == null, seen, seen == null ? null : opening);
            }
        }
        return new Part(kind, false, true, null, null);
    }

    private static String said(
            List<Obstacle> obstacles, String done, UUID person, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/people/" + person + "/apart";
    }
}
