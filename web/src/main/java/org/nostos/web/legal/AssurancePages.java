package org.nostos.web.legal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.legal.Assurance;
import org.nostos.legal.AssuranceKeeping;
import org.nostos.legal.CaseLaw;
import org.nostos.parties.Caller;
import org.nostos.web.Dates;
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

/// What states assured, state by state.
@Controller
class AssurancePages {

    private static final List<Column<Assurance>> COLUMNS =
            List.of(
                    Column.<Assurance>text("state", "law.assurance.of", Assurance::by).choice(),
                    Column.word("stands", "law.state", "law.assurance.state.", Assurance::state),
                    Column.text("until", "law.until", Assurance::until),
                    Column.number("events", "law.event", one -> one.events().size()));

    private final AssuranceKeeping assurances;
    private final CaseLaw law;
    private final Dates dates;
    private final Listings listings;

    AssurancePages(AssuranceKeeping assurances, CaseLaw law, Dates dates, Listings listings) {
        this.assurances = assurances;
        this.law = law;
        this.dates = dates;
        this.listings = listings;
    }

    @GetMapping("/assurances")
    Object page(Asked asked, Model model) {
        List<Assurance> all = assurances.all();
        Role role = Caller.required().role();
        model.addAttribute(
                "steps",
                all.stream().collect(Collectors.toMap(Assurance::id, one -> steps(one, role))));
        model.addAttribute("states", law.states());
        model.addAttribute("decides", role == Role.LEGAL_REVIEWER);
        return listings.answer(
                "assurances",
                model,
                listings.of(asked, "listed", Purpose.LEGAL_REVIEW, COLUMNS, all));
    }

    @PostMapping("/assurances")
    String request(@RequestParam StateCode state, LawForm form, RedirectAttributes next) {
        List<Obstacle> obstacles =
                assurances.request(
                        state,
                        form.on() == null ? dates.today() : form.on(),
                        form.reason() == null ? "" : form.reason(),
                        form.source());
        return said(obstacles, form, next);
    }

    @PostMapping("/assurances/{assurance}")
    String step(
            @PathVariable UUID assurance,
            @RequestParam Assurance.Kind kind,
            LawForm form,
            RedirectAttributes next) {
        List<Obstacle> obstacles =
                assurances.step(
                        assurance,
                        kind,
                        form.seen(),
                        form.on() == null ? dates.today() : form.on(),
                        kind == Assurance.Kind.IN_FORCE ? form.until() : null,
                        form.reason() == null ? "" : form.reason(),
                        form.source());
        return said(obstacles, form, next);
    }

    private static List<Assurance.Kind> steps(Assurance one, Role role) {
        return one.next().stream().filter(kind -> AssuranceKeeping.may(kind, role)).toList();
    }

    private static String said(List<Obstacle> obstacles, LawForm form, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, "law.step-taken");
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
        }
        return "redirect:/assurances";
    }
}
