package org.nostos.web.custody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.custody.PropertyContainer;
import org.nostos.custody.PropertyContainer.Kind;
import org.nostos.custody.PropertyContainer.State;
import org.nostos.custody.PropertyKeeping;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's property in sealed containers.
@Controller
class PropertyPages {

    private final PropertyKeeping property;
    private final People people;

    PropertyPages(PropertyKeeping property, People people) {
        this.property = property;
        this.people = people;
    }

    /// A container as it stood, with whether the reader's is the first hand.
    public record Shown(PropertyContainer container, State state, boolean mine) {}

    @GetMapping("/cases/{person}/property")
    String property(@PathVariable UUID person, Times times, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        model.addAttribute("file", file);
        model.addAttribute("shown", shown(property.of(CustodyPages.ids(file)), times.at()));
        model.addAttribute("acts", times.areNow() && Caller.required().role() == Role.CASE_OFFICER);
        if (!model.containsAttribute("kept")) {
            model.addAttribute("kept", Kept.NOTHING);
        }
        return "property";
    }

    @PostMapping("/cases/{person}/property")
    String seal(
            @PathVariable UUID person,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "") String sealedBy,
            @RequestParam(defaultValue = "") String contents,
            @RequestParam(defaultValue = "") String source,
            @RequestParam Map<String, String> words,
            RedirectAttributes next) {
        List<Obstacle> obstacles =
                property.seal(
                        known(person),
                        new PropertyKeeping.Sealing(on, seal, sealedBy, contents, source));
        return said(obstacles, "property.sealed", "seal", words, person, next);
    }

    @PostMapping("/cases/{person}/property/{container}/steps")
    String step(
            @PathVariable UUID person,
            @PathVariable UUID container,
            @RequestParam Kind kind,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable UUID seen,
            @RequestParam Map<String, String> words,
            RedirectAttributes next) {
        PropertyKeeping.Handling handling =
                new PropertyKeeping.Handling(kind, on, receiver, reason, seen);
        List<Obstacle> obstacles = property.step(known(person), container, handling);
        String form = container + "-" + kind;
        return said(obstacles, "property.recorded", form, words, person, next);
    }

    private static List<Shown> shown(List<PropertyContainer> containers, AsOf asOf) {
        UUID me = Caller.required().account();
        List<Shown> shown = new ArrayList<>();
        for (PropertyContainer one : containers) {
            one.state(asOf)
                    .ifPresent(state ->
                            shown.add(new Shown(one, state, one.stamp().account().equals(me))));
        }
        return shown;
    }

    private List<UUID> known(UUID person) {
        return CustodyPages.ids(people.file(person).orElseThrow(NoSuchElementException::new));
    }

    private static String said(
            List<Obstacle> obstacles,
            String done,
            String form,
            Map<String, String> words,
            UUID person,
            RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", new Kept(form, words));
        }
        return "redirect:/cases/" + person + "/property";
    }
}
