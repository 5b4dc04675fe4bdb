package org.nostos.web.review;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.ClusterFile;
import org.nostos.identity.GroupJudging;
import org.nostos.identity.GroupReview;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Groups that proposals tie together: their list, and one of them to judge as a whole.
@Controller
class GroupPages {

    private static final int MINE = 10;

    private final GroupReview review;

    GroupPages(GroupReview review) {
        this.review = review;
    }

    /// From which probability on proposals tie a group.
    enum Least {
        OVER_99(0.99),
        OVER_95(0.95),
        OVER_80(0.8);

        private final double from;

        Least(double from) {
            this.from = from;
        }
    }

    @ModelAttribute("least")
    Least least(@RequestParam(defaultValue = "OVER_95") Least least) {
        return least;
    }

    @GetMapping("/review/groups")
    String groups(
            @ModelAttribute("least") Least least,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        GroupReview.Page page = review.page(least.from, after);
        model.addAttribute("lines", page.lines());
        model.addAttribute("next", page.next());
        model.addAttribute("leasts", Least.values());
        model.addAttribute("mine", review.myLatest(MINE));
        return "review-groups";
    }

    @GetMapping("/review/groups/{proposal}")
    String group(@PathVariable UUID proposal, @ModelAttribute("least") Least least, Model model) {
        ClusterFile file =
                review.file(proposal, least.from).orElseThrow(NoSuchElementException::new);
        model.addAttribute("id", proposal);
        model.addAttribute("file", file);
        model.addAttribute("comparison", GroupComparison.of(file));
        model.addAttribute("next", beside(least, file.anchor(), 1).orElse(null));
        model.addAttribute("back", beside(least, file.anchor(), -1).orElse(null));
        return "review-group";
    }

    @PostMapping("/review/groups/{proposal}")
    String judge(
            @PathVariable UUID proposal,
            @ModelAttribute("least") Least least,
            @RequestParam(name = "shown", defaultValue = "") Set<UUID> shown,
            @RequestParam(name = "keep", defaultValue = "") Set<UUID> keep,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        next.addAttribute("least", least);
        Optional<UUID> following = beside(least, proposal, 1);
        return switch (review.judge(proposal, least.from, shown, keep, reason)) {
            case GroupJudging.Done done -> {
                String said =
                        done.confirmed() == 0 ? "review.group.judged" : "review.group.confirmed";
                Said.done(next, said, done.pairs(), done.confirmed());
                yield following
                        .map(id -> "redirect:/review/groups/" + id)
                        .orElse("redirect:/review/groups");
            }
            case GroupJudging.Refused refused -> {
                Said.refused(next, refused.obstacles());
                yield "redirect:/review/groups/" + proposal;
            }
            case GroupJudging.Changed _ -> {
                Said.done(next, "review.group.changed");
                yield "redirect:/review/groups";
            }
        };
    }

    @PostMapping("/review/groups/mine/{group}/undo")
    String undo(
            @PathVariable UUID group,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        switch (review.undo(group, reason)) {
            case GroupJudging.Done done -> Said.done(next, "review.group.undone", done.pairs());
            case GroupJudging.Refused refused -> Said.refused(next, refused.obstacles());
            case GroupJudging.Changed _ -> Said.done(next, "review.group.changed");
        }
        return "redirect:/review/groups";
    }

    /// The group before or behind this one on the first page of the list.
    private Optional<UUID> beside(Least least, UUID anchor, int step) {
        List<UUID> anchors = review.anchors(least.from);
        int at = anchors.indexOf(anchor);
        int to = at + step;
        return at < 0 || to < 0 || to >= anchors.size()
                ? Optional.empty()
                : Optional.of(anchors.get(to));
    }
}
