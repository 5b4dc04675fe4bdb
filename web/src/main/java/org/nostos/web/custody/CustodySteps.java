package org.nostos.web.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.custody.Authorities;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.FileItem;
import org.nostos.custody.ItemSaid.Standing;
import org.nostos.custody.KinNotice;
import org.nostos.custody.Right;
import org.nostos.custody.Telling;
import org.nostos.identity.People;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What officers record of one person's custody.
@Controller
class CustodySteps {

    private final CustodyKeeping custody;
    private final Telling telling;
    private final Authorities authorities;
    private final People people;

    CustodySteps(CustodyKeeping custody, Telling telling, Authorities authorities, People people) {
        this.custody = custody;
        this.telling = telling;
        this.authorities = authorities;
        this.people = people;
    }

    @PostMapping("/cases/{person}/custody/steps")
    String step(
            @PathVariable UUID person,
            @ModelAttribute StepForm form,
            @RequestParam Map<String, String> words,
            RedirectAttributes next) {
        List<UUID> persons = known(person);
        List<Obstacle> obstacles =
                form.entry(authorities.of(form.authority(), StepForm.text(form.authorityName())))
                        .map(entry -> custody.record(persons, entry, form.seen()))
                        .orElse(List.of(Obstacle.of("obstacle.custody.day")));
        return said(obstacles, "custody.recorded", form.kind().name(), words, person, next);
    }

    @PostMapping("/cases/{person}/custody/events/{event}/take-back")
    String takeBack(
            @PathVariable UUID person,
            @PathVariable UUID event,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable UUID seen,
            @RequestParam Map<String, String> words,
            RedirectAttributes next) {
        List<Obstacle> obstacles = custody.takeBack(known(person), event, reason, seen);
        return said(obstacles, "custody.taken-back", event.toString(), words, person, next);
    }

    @PostMapping("/cases/{person}/custody/rights")
    String right(
            @PathVariable UUID person,
            @RequestParam Right right,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam Map<String, String> words,
            RedirectAttributes next) {
        Telling.How how = new Telling.How(on, language, interpreter, source);
        List<Obstacle> obstacles = telling.right(leader(person), right, how, answer);
        return said(obstacles, "custody.right-kept", "rights", words, person, next);
    }

    @PostMapping("/cases/{person}/custody/kin")
    String kin(
            @PathVariable UUID person,
            @RequestParam KinNotice.Occasion occasion,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(required = false) KinNotice.@Nullable Means means,
            @RequestParam(required = false) KinNotice.@Nullable WhyNot why,
            @RequestParam(name = "text", defaultValue = "") String said,
            @RequestParam(defaultValue = "") String source,
            @RequestParam Map<String, String> words,
            RedirectAttributes next) {
        Telling.ToKin to = new Telling.ToKin(occasion, on, whom, means, why, said, source);
        return said(
                telling.kin(leader(person), to), "custody.kin-kept", "kin", words, person, next);
    }

    @PostMapping("/cases/{person}/custody/consul")
    String consul(
            @PathVariable UUID person,
            @RequestParam String state,
            @RequestParam Wish wish,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(defaultValue = "") String source,
            @RequestParam Map<String, String> words,
            RedirectAttributes next) {
        Telling.How how = new Telling.How(on, language, interpreter, source);
        String code = state.strip().toUpperCase(Locale.ROOT);
        List<Obstacle> obstacles =
                code.matches("[A-Z]{3}")
                        ? telling.consul(leader(person), new StateCode(code), wish, how)
                        : List.of(Obstacle.of("obstacle.custody.state"));
        return said(obstacles, "custody.choice-kept", "consul", words, person, next);
    }

    @PostMapping("/cases/{person}/custody/items")
    String item(
            @PathVariable UUID person,
            @RequestParam FileItem item,
            @RequestParam Standing standing,
            @RequestParam(defaultValue = "") String words,
            @RequestParam Map<String, String> all,
            RedirectAttributes next) {
        List<Obstacle> obstacles = telling.item(leader(person), item, standing, words);
        return said(obstacles, "custody.item-kept", item.name(), all, person, next);
    }

    private List<UUID> known(UUID person) {
        return CustodyPages.ids(people.file(person).orElseThrow(NoSuchElementException::new));
    }

    private UUID leader(UUID person) {
        return known(person).getFirst();
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
        return "redirect:/cases/" + person + "/custody";
    }
}
