package org.nostos.web.review;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.identity.BlindDraw.Scope;
import org.nostos.identity.BlindReview;
import org.nostos.identity.ProposalFile;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.Values;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The blind double review: how far reviewers agree, the drawing of a sample, and a pair to judge
/// without knowing what anybody said of it.
@Controller
class BlindPages {

    private final BlindReview review;
    private final Values values;

    BlindPages(BlindReview review, Values values) {
        this.review = review;
        this.values = values;
    }

    @GetMapping("/agreement")
    String agreement(Model model) {
        Role role = Caller.required().role();
        boolean reviews = role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER;
        model.addAttribute("draws", review.all());
        model.addAttribute("scopes", Scope.values());
        model.addAttribute("verdicts", Verdict.values());
        model.addAttribute("orders", role == Role.ADMINISTRATOR);
        model.addAttribute("waiting", reviews ? review.waiting() : 0);
        model.addAttribute("next", reviews ? review.next().orElse(null) : null);
        return "agreement";
    }

    @PostMapping("/agreement")
    String draw(
            @RequestParam(defaultValue = "BOTH") Scope scope,
            @RequestParam(defaultValue = "100") int asked,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        List<Obstacle> obstacles = review.draw(scope, asked, reason);
        if (obstacles.isEmpty()) {
            Said.done(next, "agreement.drawn");
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/agreement";
    }

    @GetMapping("/review/blind/{pair}")
    String pair(@PathVariable UUID pair, Model model) {
        ProposalFile file = review.file(pair).orElseThrow(NoSuchElementException::new);
        model.addAttribute("id", pair);
        model.addAttribute("file", file);
        model.addAttribute("comparison", Comparison.of(file, values));
        model.addAttribute("letters", false);
        model.addAttribute("waiting", review.waiting());
        return "review-blind";
    }

    @PostMapping("/review/blind/{pair}")
    String judge(
            @PathVariable UUID pair,
            @RequestParam Optional<Verdict> judge,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        Verdict verdict =
                judge.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        List<Obstacle> obstacles = review.give(pair, verdict, reason);
        if (!obstacles.isEmpty()) {
            Said.refused(next, obstacles);
            return review.file(pair).isPresent()
                    ? "redirect:/review/blind/" + pair
                    : "redirect:/agreement";
        }
        Said.done(next, "agreement.judged");
        return review.next()
                .map(id -> "redirect:/review/blind/" + id)
                .orElse("redirect:/agreement");
    }
}
