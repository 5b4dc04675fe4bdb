package org.nostos.web.legal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
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
import org.nostos.legal.ExclusionKeeping;
import org.nostos.legal.LawStep;
import org.nostos.legal.LegalAlarms;
import org.nostos.legal.Proceeding;
import org.nostos.legal.ProceedingKeeping;
import org.nostos.legal.Representation;
import org.nostos.legal.Review;
import org.nostos.legal.ReviewEvent;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.ReviewKeeping;
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

/// The review of somebody held, what courts did, their counsel, and whether a holder keeps them back.
@Controller
class CaseReviewPages {

    private final People people;
    private final CaseLaw law;
    private final ReviewKeeping reviews;
    private final ProceedingKeeping courts;
    private final Representation counsel;
    private final ExclusionKeeping exclusions;
    private final LegalAlarms alarms;
    private final Dates dates;

    CaseReviewPages(
            People people,
            CaseLaw law,
            ReviewKeeping reviews,
            ProceedingKeeping courts,
            Representation counsel,
            ExclusionKeeping exclusions,
            LegalAlarms alarms,
            Dates dates) {
        this.people = people;
        this.law = law;
        this.reviews = reviews;
        this.courts = courts;
        this.counsel = counsel;
        this.exclusions = exclusions;
        this.alarms = alarms;
        this.dates = dates;
    }

    @GetMapping("/cases/{person}/review")
    String page(@PathVariable UUID person, Times times, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> persons = BarsPage.persons(file);
        law.of(persons);
        AsOf at = times.at();
        List<Review> all = reviews.all(persons, at);
        Review latest = all.isEmpty() ? null : all.getFirst();
        model.addAttribute("file", file);
        model.addAttribute("reviews", all);
        model.addAttribute("latest", latest);
        List<ReviewEvent.Kind> steps = steps(latest);
        model.addAttribute("steps", steps);
        model.addAttribute("mayDecide", steps.contains(ReviewEvent.Kind.DECIDED));
        model.addAttribute("seen", latest == null ? null : lastOf(all));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("courts", courts.all(persons, at));
        model.addAttribute("day", at.on());
        model.addAttribute("sentences", Proceeding.Sentence.values());
        model.addAttribute("mandates", counsel.of(persons, at));
        model.addAttribute("counsels", counsel.counsels());
        model.addAttribute("exclusions", exclusions.all(persons, at));
        model.addAttribute("alarms", alarms.of(persons, at));
        return "case-review";
    }

    @PostMapping("/cases/{person}/review")
    String step(
            @PathVariable UUID person,
            @RequestParam ReviewEvent.Kind kind,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate due,
            @RequestParam(defaultValue = "") String panel,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String interpreter,
            LawForm form,
            RedirectAttributes next) {
        LawStep step = form.step(persons(person), dates);
        List<Obstacle> obstacles =
                switch (kind) {
                    case OPENED -> reviews.open(step);
                    case FILE_COMPLETE -> reviews.complete(step);
                    case SCHEDULED -> reviews.schedule(step, due);
                    case HEARD -> reviews.hear(step, panel, interpreter);
                    case RECUSED -> reviews.recuse(step);
                    case DECISION_PROPOSED -> reviews.propose(step, outcome, due);
                    case DECIDED -> reviews.decide(step);
                    case RETURNED -> reviews.giveBack(step);
                    case NOTIFIED -> reviews.inform(step, language, interpreter, due);
                    case APPEALED -> reviews.appeal(step);
                    case UPHELD -> reviews.uphold(step);
                    case QUASHED -> reviews.quash(step);
                    case FINAL -> reviews.close(step);
                };
        return said(obstacles, person, form, next);
    }

    @PostMapping("/cases/{person}/review/court")
    String court(
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID proceeding,
            @RequestParam Proceeding.Kind kind,
            @RequestParam(required = false) Proceeding.@Nullable Sentence sentence,
            TermForm term,
            LawForm form,
            RedirectAttributes next) {
        LawStep step = form.step(persons(person), dates);
        List<Obstacle> obstacles =
                proceeding == null
                        ? courts.open(step)
                        : courts.record(step, proceeding, kind, sentence, term.term());
        return said(obstacles, person, form, next);
    }

    @PostMapping("/cases/{person}/review/counsel")
    String counsel(
            @PathVariable UUID person,
            @RequestParam UUID account,
            @RequestParam(defaultValue = "false") boolean ends,
            LawForm form,
            RedirectAttributes next) {
        LawStep step = form.step(persons(person), dates);
        return said(
                ends ? counsel.end(step, account) : counsel.appoint(step, account),
                person,
                form,
                next);
    }

    @PostMapping("/cases/{person}/review/exclusions")
    String exclude(
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable UUID exclusion,
            LawForm form,
            RedirectAttributes next) {
        LawStep step = form.step(persons(person), dates);
        return said(
                exclusion == null ? exclusions.record(step) : exclusions.end(step, exclusion),
                person,
                form,
                next);
    }

    private static List<ReviewEvent.Kind> steps(@Nullable Review latest) {
        Role role = Caller.required().role();
        UUID me = Caller.required().account();
        return Arrays.stream(ReviewEvent.Kind.values())
                .filter(kind -> ReviewKeeping.may(kind, role))
                .filter(kind ->
                        kind == ReviewEvent.Kind.OPENED
                                ? latest == null || latest.ended()
                                : latest != null && latest.allows(kind, me))
                .toList();
    }

    /// The last event of all reviews that the page shows.
    private static @Nullable UUID lastOf(List<Review> all) {
        return all.stream()
                .flatMap(review -> review.events().stream())
                .max(Comparator.comparing(event -> event.stamp().recordedAt()))
                .map(event -> event.stamp().id())
                .orElse(null);
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
        return "redirect:/cases/" + person + "/review";
    }
}
