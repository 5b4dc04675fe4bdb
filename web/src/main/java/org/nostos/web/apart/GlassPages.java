package org.nostos.web.apart;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.registry.BreakingGlass;
import org.nostos.registry.GlassOpening;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Glasses that were broken: one's own, and to second reviewers all of them, those that wait for an
/// acknowledgement first.
@Controller
class GlassPages {

    private static final int MOST = 100_000;

    /// Where an opening stands.
    enum Stands {
        OPEN,
        CLOSED,
        RAN_OUT;

        static Stands of(GlassOpening opening) {
            return opening.open() ? OPEN : opening.closedAt() != null ? CLOSED : RAN_OUT;
        }
    }

    /// Whether somebody has answered for it.
    enum Answer {
        WAITS,
        GIVEN
    }

    private static final List<Column<GlassOpening>> COLUMNS =
            List.of(
                    Column.text("opened", "glass.opened-at", GlassOpening::openedAt),
                    Column.word("kind", "glass.kind", "apart.kind.", GlassOpening::kind),
                    Column.text("person", "people.person", GlassOpening::personNumber),
                    Column.word(
                            "category",
                            "glass.category",
                            "glass.category.",
                            GlassOpening::category),
                    Column.<GlassOpening>text("reason", "glass.why", GlassOpening::reason).still(),
                    Column.text("by", "glass.opened-by", GlassOpening::by),
                    Column.number("looks", "glass.looked", GlassOpening::looks),
                    Column.word("stands", "glass.stands", "glass.stands.", Stands::of),
                    Column.word(
                            "answer",
                            "glass.answer",
                            "glass.answer.",
                            opening -> opening.waits() ? Answer.WAITS : Answer.GIVEN));

    private final BreakingGlass glass;
    private final Listings listings;

    GlassPages(BreakingGlass glass, Listings listings) {
        this.glass = glass;
        this.listings = listings;
    }

    @GetMapping("/glass")
    Object openings(Asked asked, Model model) {
        Caller me = Caller.required();
        model.addAttribute("supervises", me.role() == Role.SECOND_REVIEWER);
        model.addAttribute("waiting", glass.unacknowledged());
        model.addAttribute("me", me.account());
        return listings.answer(
                "glass",
                model,
                listings.of(asked, "glass", Purpose.IDENTITY_REVIEW, COLUMNS, glass.latest(MOST)));
    }

    @PostMapping("/glass/{opening}/close")
    String close(@PathVariable UUID opening, RedirectAttributes next) {
        return said(glass.close(opening), "glass.is-closed", next);
    }

    @PostMapping("/glass/{opening}/acknowledge")
    String acknowledge(
            @PathVariable UUID opening,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        return said(glass.acknowledge(opening, remark), "glass.is-acknowledged", next);
    }

    private static String said(List<Obstacle> obstacles, String done, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/glass";
    }
}
