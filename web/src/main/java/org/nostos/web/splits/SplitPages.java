package org.nostos.web.splits;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.identity.Split;
import org.nostos.identity.SplitPlan;
import org.nostos.identity.Splitting;
import org.nostos.identity.Splitting.Drafting;
import org.nostos.identity.Splitting.SplitFile;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The splits, the draft of one, and what two people do with it.
@Controller
class SplitPages {

    private static final List<Column<Split>> COLUMNS =
            List.of(
                    Column.text("person", "split.person", Split::leader),
                    Column.word("standing", "split.standing", "split.state.", Split::state),
                    Column.number("groups", "split.groups", Split::places),
                    Column.text("by", "split.drafted-by", Split::by),
                    Column.text("at", "split.drafted-at", Split::at));

    private final Splitting splitting;
    private final Listings listings;

    SplitPages(Splitting splitting, Listings listings) {
        this.splitting = splitting;
        this.listings = listings;
    }

    @GetMapping("/splits")
    Object splits(Asked asked, Model model) {
        return listings.answer(
                "splits",
                model,
                listings.of(
                        asked,
                        "splits",
                        Purpose.IDENTITY_REVIEW,
                        COLUMNS,
                        splitting.latest(Integer.MAX_VALUE)));
    }

    @GetMapping("/people/{person}/split")
    String draft(@PathVariable UUID person, Model model) {
        return draft(person, Choices.of(Map.of()), "", model);
    }

    /// Works the draft out without writing it down, or puts it forward.
    @PostMapping("/people/{person}/split")
    String draft(
            @PathVariable UUID person,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "look") String then,
            Model model,
            RedirectAttributes next) {
        Choices choices = Choices.of(form);
        if (then.equals("forward")) {
            Drafting came = splitting.draft(person, choices.groups(), choices.places(), reason);
            if (came.split() != null) {
                Said.done(next, "split.put-forward");
                return "redirect:/splits/" + came.split();
            }
            model.addAttribute("refused", came.obstacles());
        }
        return draft(person, choices, reason, model);
    }

    private String draft(UUID person, Choices choices, String reason, Model model) {
        SplitPlan plan =
                splitting
                        .plan(person, choices.groups(), choices.places())
                        .orElseThrow(NoSuchElementException::new);
        model.addAttribute("person", person);
        model.addAttribute("plan", plan);
        model.addAttribute("reason", reason);
        model.addAttribute("waiting", splitting.waiting(plan.file()).orElse(null));
        return "split-draft";
    }

    @GetMapping("/splits/{split}")
    String split(@PathVariable UUID split, Model model) {
        show(split, model);
        return "split";
    }

    /// Everybody who was told of the wrong person, to print and to tick off.
    @GetMapping("/splits/{split}/told")
    String told(@PathVariable UUID split, Model model) {
        show(split, model);
        return "split-told";
    }

    private void show(UUID split, Model model) {
        SplitFile file = splitting.file(split).orElseThrow(NoSuchElementException::new);
        model.addAttribute("file", file);
        model.addAttribute("me", Caller.required().account());
    }

    @PostMapping("/splits/{split}/carry-out")
    String carryOut(
            @PathVariable UUID split,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(splitting.carryOut(split, reason), "split.carried-out", split, next);
    }

    @PostMapping("/splits/{split}/withdraw")
    String withdraw(
            @PathVariable UUID split,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(splitting.withdraw(split, reason), "split.withdrawn", split, next);
    }

    @PostMapping("/splits/{split}/ask-undo")
    String askUndo(
            @PathVariable UUID split,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(splitting.askUndo(split, reason), "split.undo-asked", split, next);
    }

    @PostMapping("/splits/{split}/withdraw-undo")
    String withdrawUndo(
            @PathVariable UUID split,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(splitting.withdrawUndo(split, reason), "split.undo-withdrawn", split, next);
    }

    @PostMapping("/splits/{split}/undo")
    String undo(
            @PathVariable UUID split,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(splitting.undo(split, reason), "split.undone", split, next);
    }

    @PostMapping("/splits/{split}/told")
    String tick(
            @PathVariable UUID split,
            @RequestParam UUID account,
            @RequestParam(defaultValue = "") String how,
            RedirectAttributes next) {
        return said(splitting.tick(split, account, how), "split.ticked", split, next) + "/told";
    }

    /// The database met an act that others had overtaken.
    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView overtaken() {
        return new ModelAndView("error", Map.of("shown", 409), HttpStatus.CONFLICT);
    }

    private static String said(
            List<Obstacle> obstacles, String done, UUID split, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/splits/" + split;
    }
}
