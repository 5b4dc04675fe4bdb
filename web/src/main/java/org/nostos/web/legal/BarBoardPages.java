package org.nostos.web.legal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.identity.MeantByName;
import org.nostos.identity.MeantByName.Meant;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarLine;
import org.nostos.legal.BarLine.Waits;
import org.nostos.legal.BarQuestion;
import org.nostos.legal.BarStep;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.Ground;
import org.nostos.legal.LegalBoard;
import org.nostos.parties.Caller;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.nostos.web.Times;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listings;
import org.nostos.web.listing.Paged;
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
    private final CaseLaw law;
    private final MeantByName meant;
    private final Listings listings;
    private final Dates dates;

    BarBoardPages(
            LegalBoard board,
            BarKeeping bars,
            CaseLaw law,
            MeantByName meant,
            Listings listings,
            Dates dates) {
        this.board = board;
        this.bars = bars;
        this.law = law;
        this.meant = meant;
        this.listings = listings;
        this.dates = dates;
    }

    @GetMapping("/bars")
    Object board(
            @RequestParam(defaultValue = "ASSESSMENT") Waits which,
            Times times,
            Asked asked,
            Model model) {
        if (Caller.required().role() == Role.INDEPENDENT_REVIEWER) {
            model.addAttribute("puts", board.beforeBody(LINES));
            return "bars-put";
        }
        Map<Waits, Long> counts = board.counts();
        model.addAttribute("which", which);
        model.addAttribute("parts", Waits.values());
        model.addAttribute("counts", counts);
        Set<UUID> persons = null;
        if (!asked.words().isEmpty()) {
            Meant found = meant.persons(asked.words());
            persons = found.persons();
            model.addAttribute("narrow", found.more());
        }
        Paged<BarLine> rows =
                paged(BarColumns.question(which, asked, persons), counts.getOrDefault(which, 0L));
        Map<String, List<?>> values =
                Map.of("destination", law.states(), "ground", List.of(Ground.values()));
        return listings.answer(
                "bars-board",
                model,
                listings.of(asked, "bars", Purpose.LEGAL_REVIEW, BarColumns.ALL, values, rows));
    }

    private Paged<BarLine> paged(BarQuestion question, long whole) {
        return new Paged<>() {
            @Override
            public List<BarLine> rows(int offset, int most) {
                return board.page(question, offset, most);
            }

            @Override
            public long total() {
                return question.isWhole() ? whole : board.count(question);
            }

            @Override
            public long whole() {
                return whole;
            }
        };
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
