package org.nostos.web.review;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.BatchReview;
import org.nostos.identity.Cautioning;
import org.nostos.identity.Cautions;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judging;
import org.nostos.identity.LinkingProgress;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.Proposal;
import org.nostos.identity.ProposalFile;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.ProposalLine;
import org.nostos.identity.QueueFilter;
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
    private final Cautioning cautioning;
    private final BatchReview batches;

    ReviewPages(
            IdentityReview review,
            LinkingRuns runs,
            Values values,
            Cautioning cautioning,
            BatchReview batches) {
        this.review = review;
        this.runs = runs;
        this.values = values;
        this.cautioning = cautioning;
        this.batches = batches;
    }

    /// The part of the queue that a page was opened from; or the batch whose sample it is of.
    record View(Whose whose, Band band, ProposalFlag.@Nullable Kind flag, @Nullable UUID batch) {
        boolean is(Whose other) {
            return whose == other;
        }

        QueueFilter filter() {
            return band.of(whose).withFlag(flag);
        }
    }

    @ModelAttribute("view")
    View view(
            @RequestParam(defaultValue = "MINE_TO_JUDGE") Whose whose,
            @RequestParam(defaultValue = "ALL") Band band,
            @RequestParam(required = false) ProposalFlag.@Nullable Kind flag,
            @RequestParam(required = false) @Nullable UUID batch) {
        return new View(whose, band, flag, batch);
    }

    @GetMapping("/review")
    String queue(
            @ModelAttribute("view") View view,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        List<ProposalLine> lines = review.queue(view.filter(), after, LINES + 1);
        model.addAttribute("lines", lines.stream().limit(LINES).toList());
        model.addAttribute("more", lines.size() > LINES);
        model.addAttribute("counts", review.counts(view.band.from(), view.band.to()));
        model.addAttribute("parts", Whose.values());
        model.addAttribute("bands", Band.values());
        model.addAttribute("flags", ProposalFlag.Kind.values());
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
        Cautions cautions = cautioning.of(file);
        model.addAttribute("cautions", cautions);
        model.addAttribute("mayJudge", mayJudge(file, cautions));
        model.addAttribute("next", next(view, proposal).orElse(null));
        model.addAttribute("back", back(view, proposal).orElse(null));
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
        Optional<UUID> following = next(view, proposal);
        ProposalFile file = review.file(proposal).orElseThrow(NoSuchElementException::new);
        Judging came = review.judge(file.pair(), judge, reason);
        return switch (came) {
            case Judging.Done done -> {
                Said.done(next, "review.judged." + done.now().state());
                yield new ModelAndView(
                        following.map(id -> to(id, view, next)).orElseGet(() -> back(view, next)));
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

    private Optional<UUID> next(View view, UUID here) {
        UUID batch = view.batch;
        return batch == null ? review.next(view.filter(), here) : inSample(batch, here, 1);
    }

    private Optional<UUID> back(View view, UUID here) {
        UUID batch = view.batch;
        return batch == null ? review.previous(view.filter(), here) : inSample(batch, here, -1);
    }

    /// The pair of the reader's sample so many places on.
    private Optional<UUID> inSample(UUID batch, UUID here, int step) {
        List<UUID> sample = batches.sample(batch).stream().map(Proposal::id).toList();
        int at = sample.indexOf(here);
        int to = at + step;
        return at < 0 || to < 0 || to >= sample.size()
                ? Optional.empty()
                : Optional.of(sample.get(to));
    }

    private static String back(View view, RedirectAttributes next) {
        return view.batch == null ? toQueue(view, next) : "redirect:/review/batches/" + view.batch;
    }

    private static boolean mayJudge(ProposalFile file, Cautions cautions) {
        if (file.standing().state() == State.DISPUTED) {
            return cautions.dispute().isPresent();
        }
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
        if (view.flag != null) {
            next.addAttribute("flag", view.flag);
        }
        if (view.batch != null) {
            next.addAttribute("batch", view.batch);
        }
    }
}
