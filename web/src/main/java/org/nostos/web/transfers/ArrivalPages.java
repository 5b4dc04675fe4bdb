package org.nostos.web.transfers;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.transfers.ArrivalKeeping.Look;
import org.nostos.transfers.Arrivals;
import org.nostos.transfers.Arrivals.Coming;
import org.nostos.transfers.Leaving;
import org.nostos.transfers.LineEvent;
import org.nostos.web.Dates;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listings;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who comes to the reader's state, and who leaves from the reader's lists.
@Controller
class ArrivalPages {

    private static final int MOST = 100_000;

    private final Arrivals arrivals;
    private final Leaving leaving;
    private final Dates dates;

    private final Listings listings;

    ArrivalPages(Arrivals arrivals, Leaving leaving, Dates dates, Listings listings) {
        this.listings = listings;
        this.arrivals = arrivals;
        this.leaving = leaving;
        this.dates = dates;
    }

    @GetMapping("/arrivals")
    Object all(Asked asked, Model model) {
        return listings.answer(
                "arrivals",
                model,
                listings.of(
                        asked,
                        "arrivals",
                        Purpose.TRANSFER,
                        TransferRows.ARRIVALS,
                        arrivals.all(MOST)));
    }

    @GetMapping("/arrivals/{transfer}")
    String one(@PathVariable UUID transfer, Model model) {
        Coming coming = arrivals.one(transfer).orElseThrow(NoSuchElementException::new);
        model.addAttribute("coming", coming);
        model.addAttribute("today", dates.today());
        model.addAttribute("founds", LineEvent.Found.values());
        model.addAttribute(
                "awaited",
                coming.standing().state() == org.nostos.transfers.TransferStanding.State.HANDED_OVER
                        && coming.people().stream()
                                .anyMatch(one -> one.standing().state().isAwaited()));
        model.addAttribute(
                "received",
                coming.people().stream().anyMatch(one -> one.standing().received() != null));
        return "arrival";
    }

    @PostMapping("/arrivals/{transfer}/received")
    String receive(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                arrivals.receive(transfer, lines == null ? List.of() : lines, day(form)),
                transfer,
                form,
                next);
    }

    @PostMapping("/arrivals/{transfer}/looked")
    String follow(
            @PathVariable UUID transfer,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            @RequestParam LineEvent.Found found,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String findings,
            @RequestParam(required = false, name = "next")
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate again,
            TransferForm form,
            RedirectAttributes next) {
        return said(
                arrivals.follow(
                        transfer,
                        lines == null ? List.of() : lines,
                        day(form),
                        new Look(found, who, findings, again)),
                transfer,
                form,
                next);
    }

    /// Who of the reader's lists leaves.
    @GetMapping("/leaving")
    Object leaving(Asked asked, Model model) {
        return listings.answer(
                "leaving",
                model,
                listings.read(
                        asked, "leaving", Purpose.TRANSFER, TransferRows.LEAVING, leaving::read));
    }

    private LocalDate day(TransferForm form) {
        return form.on() == null ? dates.today() : form.on();
    }

    private static String said(
            List<Obstacle> obstacles, UUID transfer, TransferForm form, RedirectAttributes next) {
        return Outcome.of(obstacles, "/arrivals/" + transfer, form, next);
    }
}
