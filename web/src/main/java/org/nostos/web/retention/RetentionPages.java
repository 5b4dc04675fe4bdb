package org.nostos.web.retention;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.retention.Category;
import org.nostos.retention.Due;
import org.nostos.retention.Erasing;
import org.nostos.retention.LegalHolds;
import org.nostos.retention.RetentionSchedule;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The schedule, what is due under it, erasures and legal holds. People are named by number alone.
@Controller
class RetentionPages {

    private final RetentionSchedule schedule;
    private final Erasing erasing;
    private final LegalHolds holds;
    private final Listings listings;

    RetentionPages(
            RetentionSchedule schedule, Erasing erasing, LegalHolds holds, Listings listings) {
        this.schedule = schedule;
        this.erasing = erasing;
        this.holds = holds;
        this.listings = listings;
    }

    @GetMapping("/retention")
    Object retention(Asked asked, Model model) {
        Caller me = Caller.required();
        Role role = me.role();
        model.addAttribute("me", me.account());
        model.addAttribute("categories", Category.values());
        model.addAttribute("administers", role == Role.ADMINISTRATOR);
        model.addAttribute(
                "reviews", role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER);
        model.addAttribute("second", role == Role.SECOND_REVIEWER);
        List<Due> due = erasing.due().values().stream().flatMap(List::stream).toList();
        Purpose why = Purpose.ADMINISTRATION;
        return listings.answer(
                "retention",
                model,
                listings.of(
                        asked.in("rules"), "rules", why, RetentionColumns.RULES, schedule.all()),
                listings.of(asked.in("due"), "due", why, RetentionColumns.DUE, due),
                listings.of(
                        asked.in("erasures"),
                        "erasures",
                        why,
                        RetentionColumns.ERASURES,
                        erasing.latest(Integer.MAX_VALUE)),
                listings.of(asked.in("holds"), "holds", why, RetentionColumns.HOLDS, holds.all()));
    }

    @PostMapping("/retention/rules")
    String propose(
            @RequestParam Category category,
            @RequestParam int months,
            @RequestParam(defaultValue = "") String ground,
            RedirectAttributes next) {
        return said(schedule.propose(category, months, ground), "retention.proposed", next);
    }

    @PostMapping("/retention/rules/{rule}/confirm")
    String confirm(@PathVariable UUID rule, RedirectAttributes next) {
        return said(schedule.confirm(rule), "retention.confirmed", next);
    }

    @PostMapping("/retention/erasures")
    String ask(
            @RequestParam Category category,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(erasing.askForDue(category, subject, reason), "retention.asked", next);
    }

    @PostMapping("/people/{person}/erase")
    String askForPerson(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(erasing.askForPerson(person, ground, reason), "retention.asked", next);
    }

    @PostMapping("/retention/erasures/{erasure}/carry-out")
    String carryOut(@PathVariable UUID erasure, RedirectAttributes next) {
        return said(erasing.carryOut(erasure), "retention.erased", next);
    }

    @PostMapping("/retention/erasures/{erasure}/refuse")
    String refuse(
            @PathVariable UUID erasure,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(erasing.refuse(erasure, reason), "retention.refused", next);
    }

    @PostMapping("/retention/holds")
    String hold(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(holds.place(number, reason), "retention.hold-placed", next);
    }

    @PostMapping("/retention/holds/{hold}/lift")
    String lift(
            @PathVariable UUID hold,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(holds.lift(hold, reason), "retention.hold-lifted", next);
    }

    private static String said(List<Obstacle> obstacles, String done, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/retention";
    }
}
