package org.nostos.web.legal;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.nostos.evidence.Evidence;
import org.nostos.evidence.EvidenceEvent;
import org.nostos.evidence.EvidenceKeeping;
import org.nostos.evidence.EvidenceStep;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarStep;
import org.nostos.legal.Ground;
import org.nostos.legal.LawStep;
import org.nostos.legal.Mandate.Client;
import org.nostos.legal.Representation;
import org.nostos.legal.Representation.ClientFile;
import org.nostos.legal.Review;
import org.nostos.legal.ReviewEvent;
import org.nostos.legal.ReviewKeeping;
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

/// Counsel's clients: their reviews and bars, and appeals that suspend.
@Controller
class ClientPages {

    private final Representation representation;
    private final ReviewKeeping reviews;
    private final BarKeeping bars;
    private final Evidence evidence;
    private final EvidenceKeeping questioning;
    private final Dates dates;
    private final Listings listings;

    ClientPages(
            Representation representation,
            ReviewKeeping reviews,
            BarKeeping bars,
            Evidence evidence,
            EvidenceKeeping questioning,
            Dates dates,
            Listings listings) {
        this.representation = representation;
        this.reviews = reviews;
        this.bars = bars;
        this.evidence = evidence;
        this.questioning = questioning;
        this.dates = dates;
        this.listings = listings;
    }

    @GetMapping("/clients")
    Object clients(Asked asked, Model model) {
        return listings.answer(
                "clients",
                model,
                listings.of(
                        asked,
                        "clients",
                        Purpose.REPRESENTATION,
                        List.of(Column.text("person", "people.person", Client::number)),
                        representation.clients()));
    }

    @GetMapping("/clients/{person}")
    String client(@PathVariable UUID person, Model model) {
        ClientFile file = file(person);
        UUID me = Caller.required().account();
        Review latest = file.reviews().isEmpty() ? null : file.reviews().getFirst();
        model.addAttribute("file", file);
        model.addAttribute("day", dates.today());
        model.addAttribute(
                "views",
                file.bars().stream()
                        .map(bar -> BarView.of(bar, file.barEvents(), Caller.required()))
                        .toList());
        model.addAttribute(
                "appealable", latest != null && latest.allows(ReviewEvent.Kind.APPEALED, me));
        model.addAttribute("seen", seen(file));
        model.addAttribute("evidence", evidence.of(file.client().persons(), AsOf.now()));
        return "client";
    }

    @PostMapping("/clients/{person}/appeals/review")
    String appealReview(@PathVariable UUID person, LawForm form, RedirectAttributes next) {
        LawStep step = form.step(file(person).client().persons(), dates);
        return said(reviews.appeal(step), person, form, next);
    }

    @PostMapping("/clients/{person}/appeals/bar")
    String appealBar(
            @PathVariable UUID person,
            @RequestParam StateCode destination,
            @RequestParam Ground ground,
            LawForm form,
            RedirectAttributes next) {
        LawStep step = form.step(file(person).client().persons(), dates);
        return said(bars.appeal(new BarStep(step, destination, ground)), person, form, next);
    }

    /// Counsel says that torture or ill-treatment made an item: from then on nobody relies on it.
    @PostMapping("/clients/{person}/evidence/{item}")
    String question(
            @PathVariable UUID person,
            @PathVariable UUID item,
            LawForm form,
            RedirectAttributes next) {
        UUID client = file(person).client().person();
        EvidenceStep step =
                new EvidenceStep(
                        EvidenceEvent.Kind.ALLEGED,
                        form.seen(),
                        form.on() == null ? dates.today() : form.on(),
                        null,
                        null,
                        null,
                        form.reason() == null ? "" : form.reason(),
                        form.source());
        return said(questioning.step(item, step), client, form, next);
    }

    private static @Nullable UUID seen(ClientFile file) {
        return file.reviews().stream()
                .flatMap(review -> review.events().stream())
                .max(Comparator.comparing(event -> event.stamp().recordedAt()))
                .map(event -> event.stamp().id())
                .orElse(null);
    }

    private ClientFile file(UUID person) {
        return representation.client(person).orElseThrow(NoSuchElementException::new);
    }

    private static String said(
            List<Obstacle> obstacles, UUID person, LawForm form, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, "law.appeal-lodged");
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
        }
        return "redirect:/clients/" + person;
    }
}
