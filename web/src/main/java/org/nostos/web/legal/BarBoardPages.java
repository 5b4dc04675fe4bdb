package org.nostos.web.legal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarLine;
import org.nostos.legal.BarLine.Waits;
import org.nostos.legal.BarStep;
import org.nostos.legal.Ground;
import org.nostos.legal.LegalBoard;
import org.nostos.parties.Caller;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What waits for whom, over all cases; to the independent body, what was put before it and no more.
@Controller
class BarBoardPages {

    private static final int LINES = 50;

    private final LegalBoard board;
    private final BarKeeping bars;
    private final Dates dates;

    BarBoardPages(LegalBoard board, BarKeeping bars, Dates dates) {
        this.board = board;
        this.bars = bars;
        this.dates = dates;
    }

    @GetMapping("/bars")
    String board(
            @RequestParam(defaultValue = "ASSESSMENT") Waits which,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (Caller.required().role() == Role.INDEPENDENT_REVIEWER) {
            model.addAttribute("puts", board.beforeBody(LINES));
            return "bars-put";
        }
        int number = Math.max(1, page);
        Map<Waits, Long> counts = board.counts();
        List<BarLine> lines = board.page(which, (number - 1) * LINES, LINES + 1);
        model.addAttribute("which", which);
        model.addAttribute("parts", Waits.values());
        model.addAttribute("counts", counts);
        model.addAttribute("lines", lines.stream().limit(LINES).toList());
        model.addAttribute("number", number);
        model.addAttribute("more", lines.size() > LINES);
        return "bars-board";
    }

    /// The independent hand: the bar is lifted, or stands.
    @PostMapping("/bars")
    String decide(
            @RequestParam UUID person,
            @RequestParam StateCode destination,
            @RequestParam Ground ground,
            @RequestParam boolean lift,
            LawForm form,
            RedirectAttributes next) {
        BarStep step = new BarStep(form.step(List.of(person), dates), destination, ground);
        List<Obstacle> obstacles = lift ? bars.lift(step) : bars.uphold(step);
        if (obstacles.isEmpty()) {
            Said.done(next, lift ? "law.lifted" : "law.upheld");
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
        }
        return "redirect:/bars";
    }
}
