package org.nostos.web.review;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judging;
import org.nostos.identity.LinkingProgress;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.ProposalFile;
import org.nostos.identity.ProposalLine;
import org.nostos.identity.QueueFilter.Whose;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.Values;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The review queue and its proposals. Each page keeps the part of the queue it was opened from.
@Controller
class ReviewPages {

    private static final int LINES = 50;

    private final IdentityReview review;
    private final LinkingRuns runs;
    private final Values values;

    ReviewPages(IdentityReview review, LinkingRuns runs, Values values) {
        this.review = review;
        this.runs = runs;
        this.values = values;
    }

    /// The part of the queue that a page was opened from.
    record View(Whose whose, Band band) {
        boolean is(Whose other) {
            return whose == other;
        }
    }

    @ModelAttribute("view")
    View view(
            @RequestParam(defaultValue = "MINE_TO_JUDGE") Whose whose,
            @RequestParam(defaultValue = "ALL") Band band) {
        return new View(whose, band);
    }

    @GetMapping("/review")
    String queue(
            @ModelAttribute("view") View view,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        List<ProposalLine> lines = review.queue(view.band.of(view.whose), after, LINES + 1);
        model.addAttribute("lines", lines.stream().limit(LINES).toList());
        model.addAttribute("more", lines.size() > LINES);
        model.addAttribute("counts", review.counts(view.band.from(), view.band.to()));
        model.addAttribute("parts", Whose.values());
        model.addAttribute("bands", Band.values());
        model.addAttribute("job", running());
        return "review";
    }

    /// Why nothing may wait yet: the running run, as a part of the page that is asked for again.
    @GetMapping("/review/linking")
    String linking(Model model) {
        model.addAttribute("job", running());
        return "review :: linking";
    }

    /// The proposal that the reader judged last, to take that judgement back.
    @GetMapping("/review/last")
    String last(@ModelAttribute("view") View view, RedirectAttributes next) {
        return review.myLast()
                .flatMap(last -> review.proposalOf(last.pair()))
                .map(proposal -> to(proposal, view, next) + "#undo")
                .orElse("redirect:/review");
    }

    @GetMapping("/review/{proposal}")
    String proposal(
            @PathVariable UUID proposal,
            @ModelAttribute("view") View view,
            @RequestParam(defaultValue = "false") boolean letters,
            Model model) {
        ProposalFile file = review.file(proposal).orElseThrow(NoSuchElementException::new);
        model.addAttribute("id", proposal);
        model.addAttribute("file", file);
        model.addAttribute("comparison", Comparison.of(file, values));
        model.addAttribute("letters", letters);
        model.addAttribute("mine", mine(file.judgements()).orElse(null));
        model.addAttribute("mayJudge", mayJudge(file));
        model.addAttribute("next", review.next(view.band.of(view.whose), proposal).orElse(null));
        model.addAttribute(
                "back", review.previous(view.band.of(view.whose), proposal).orElse(null));
        model.addAttribute("left", review.counts(view.band.from(), view.band.to()).get(view.whose));
        return "review-proposal";
    }

    @PostMapping("/review/{proposal}")
    ModelAndView judge(
            @PathVariable UUID proposal,
            @ModelAttribute("view") View view,
            @RequestParam Verdict judge,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        Optional<UUID> following = review.next(view.band.of(view.whose), proposal);
        ProposalFile file = review.file(proposal).orElseThrow(NoSuchElementException::new);
        Judging came = review.judge(file.pair(), judge, reason);
        return switch (came) {
            case Judging.Done done -> {
                Said.done(next, "review.judged." + done.now().state());
                yield new ModelAndView(
                        following
                                .map(id -> to(id, view, next))
                                .orElseGet(() -> toQueue(view, next)));
            }
            case Judging.Refused refused -> {
                Said.refused(next, refused.obstacles());
                yield new ModelAndView(to(proposal, view, next));
            }
            case Judging.Changed _ -> changed(proposal);
        };
    }

    @PostMapping("/review/{proposal}/undo")
    String undo(
            @PathVariable UUID proposal,
            @ModelAttribute("view") View view,
            @RequestParam UUID judgement,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        switch (review.undo(judgement, reason)) {
            case Judging.Done _ -> Said.done(next, "review.undone");
            case Judging.Refused refused -> Said.refused(next, refused.obstacles());
            case Judging.Changed _ -> Said.done(next, "review.undone");
        }
        return to(proposal, view, next);
    }

    /// The database met a judgement that others had overtaken.
    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView overtaken() {
        return new ModelAndView("error", Map.of("shown", 409), HttpStatus.CONFLICT);
    }

    private ModelAndView changed(UUID proposal) {
        ProposalFile now = review.file(proposal).orElseThrow(NoSuchElementException::new);
        ModelAndView page = new ModelAndView("review-changed", HttpStatus.CONFLICT);
        page.addObject("id", proposal);
        page.addObject("file", now);
        return page;
    }

    private static Optional<Judgement> mine(List<Judgement> judgements) {
        UUID me = Caller.required().account();
        return judgements.stream().filter(j -> j.stands() && j.account().equals(me)).findFirst();
    }

    private static boolean mayJudge(ProposalFile file) {
        boolean open = file.standing().state() == State.OPEN;
        boolean second =
                !file.standing().needsSecond()
                        || Caller.required().role() == org.nostos.basics.Role.SECOND_REVIEWER;
        return !file.standing().state().settled()
                && mine(file.judgements()).isEmpty()
                && (open || second);
    }

    private @Nullable LinkingProgress running() {
        LinkingProgress now = runs.progress();
        return now.running() ? now : null;
    }

    private static String to(UUID proposal, View view, RedirectAttributes next) {
        keep(view, next);
        return "redirect:/review/" + proposal;
    }

    private static String toQueue(View view, RedirectAttributes next) {
        keep(view, next);
        return "redirect:/review";
    }

    private static void keep(View view, RedirectAttributes next) {
        if (view.whose != Whose.MINE_TO_JUDGE) {
            next.addAttribute("whose", view.whose);
        }
        if (view.band != Band.ALL) {
            next.addAttribute("band", view.band);
        }
    }
}
