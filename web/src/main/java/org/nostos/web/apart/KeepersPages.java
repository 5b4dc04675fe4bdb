package org.nostos.web.apart;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.registry.BreakingGlass;
import org.nostos.registry.Compartment;
import org.nostos.registry.Keeper;
import org.nostos.registry.KeeperAppointing;
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

/// Who keeps which compartment, by two hands, and how long a glass may stay open.
@Controller
class KeepersPages {

    private static final List<Column<Keeper>> COLUMNS =
            List.of(
                    Column.text("who", "keepers.who", Keeper::name),
                    Column.<Keeper>text("party", "users.party", Keeper::partyName).choice(),
                    Column.word("kind", "keepers.kind", "apart.kind.", Keeper::kind),
                    Column.text("why", "keepers.why", Keeper::reason),
                    Column.text("hands", "keepers.hands", KeepersPages::hands),
                    Column.bare("users.do"));

    private final KeeperAppointing keepers;
    private final BreakingGlass glass;
    private final Listings listings;

    KeepersPages(KeeperAppointing keepers, BreakingGlass glass, Listings listings) {
        this.keepers = keepers;
        this.glass = glass;
        this.listings = listings;
    }

    @GetMapping("/keepers")
    Object keepers(Asked asked, Model model) {
        Caller me = Caller.required();
        model.addAttribute("me", me.account());
        model.addAttribute("longest", glass.longest().toMinutes());
        if (me.role() == Role.ADMINISTRATOR) {
            model.addAttribute("candidates", keepers.candidates());
            model.addAttribute("kinds", Compartment.values());
        }
        return listings.answer(
                "keepers",
                model,
                listings.of(asked, "keepers", Purpose.ADMINISTRATION, COLUMNS, keepers.all()));
    }

    private static String hands(Keeper keeper) {
        return keeper.confirmedBy() == null
                ? keeper.proposedByName()
                : keeper.proposedByName() + ", " + keeper.confirmedBy();
    }

    @PostMapping("/keepers")
    String propose(
            @RequestParam UUID account,
            @RequestParam Compartment kind,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(keepers.propose(account, kind, reason), "keepers.proposed", next);
    }

    @PostMapping("/keepers/{keeper}/confirm")
    String confirm(@PathVariable UUID keeper, RedirectAttributes next) {
        return said(keepers.confirm(keeper), "keepers.confirmed", next);
    }

    @PostMapping("/keepers/{keeper}/end")
    String end(
            @PathVariable UUID keeper,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(keepers.end(keeper, reason), "keepers.is-ended", next);
    }

    @PostMapping("/keepers/limit")
    String limit(
            @RequestParam int minutes,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(
                glass.limit(Duration.ofMinutes(Math.max(0, minutes)), reason),
                "keepers.limited",
                next);
    }

    private static String said(List<Obstacle> obstacles, String done, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/keepers";
    }
}
