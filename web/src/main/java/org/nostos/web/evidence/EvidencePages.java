package org.nostos.web.evidence;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.evidence.Evidence;
import org.nostos.evidence.EvidenceEvent;
import org.nostos.evidence.EvidenceItems.Part;
import org.nostos.evidence.EvidenceKeeping;
import org.nostos.evidence.EvidenceStanding;
import org.nostos.legal.CaseLaw;
import org.nostos.parties.Caller;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The register of evidence, and one item of it with all that happened to it.
@Controller
class EvidencePages {

    private final Evidence evidence;
    private final EvidenceKeeping keeping;
    private final CaseLaw law;
    private final Dates dates;
    private final Listings listings;

    EvidencePages(
            Evidence evidence,
            EvidenceKeeping keeping,
            CaseLaw law,
            Dates dates,
            Listings listings) {
        this.listings = listings;
        this.evidence = evidence;
        this.keeping = keeping;
        this.law = law;
        this.dates = dates;
    }

    @GetMapping("/evidence")
    Object register(@RequestParam(defaultValue = "ALL") Part part, Asked asked, Model model) {
        model.addAttribute("part", part);
        model.addAttribute("parts", Part.values());
        return listings.answer(
                "evidence",
                model,
                listings.of(
                        asked,
                        "evidence",
                        purpose(),
                        EvidenceRows.COLUMNS,
                        EvidenceRows.VALUES,
                        new EvidenceRows(evidence, part)));
    }

    @GetMapping("/evidence/{item}")
    String item(@PathVariable UUID item, Model model) {
        Role role = Caller.required().role();
        Evidence.File file =
                evidence.file(item, purpose()).orElseThrow(NoSuchElementException::new);
        EvidenceStanding standing = file.line().standing();
        model.addAttribute("item", file.line().item());
        model.addAttribute("standing", standing);
        model.addAttribute("persons", file.persons());
        model.addAttribute("states", law.states());
        model.addAttribute("uses", EvidenceEvent.Use.values());
        model.addAttribute("steps", steps(standing, role));
        model.addAttribute(
                "waits",
                standing.proposer() != null
                        && Caller.required().account().equals(standing.proposer()));
        return "evidence-item";
    }

    @PostMapping("/evidence/{item}")
    String step(
            @PathVariable UUID item,
            @RequestParam EvidenceEvent.Kind kind,
            EvidenceForm form,
            RedirectAttributes next) {
        List<Obstacle> obstacles = keeping.step(item, form.step(kind, dates.today()));
        if (obstacles.isEmpty()) {
            Said.done(next, "law.step-taken");
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
        }
        return "redirect:/evidence/" + item;
    }

    private static Purpose purpose() {
        return Caller.required().role() == Role.LEGAL_REVIEWER
                ? Purpose.LEGAL_REVIEW
                : Purpose.CASEWORK;
    }

    private static List<EvidenceEvent.Kind> steps(EvidenceStanding standing, Role role) {
        UUID me = Caller.required().account();
        return standing.next().stream()
                .filter(kind -> EvidenceKeeping.may(kind, role))
                .filter(kind ->
                        kind != EvidenceEvent.Kind.DISMISSED || !me.equals(standing.proposer()))
                .toList();
    }
}
