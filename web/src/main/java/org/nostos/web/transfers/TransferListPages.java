package org.nostos.web.transfers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.legal.Route;
import org.nostos.parties.Caller;
import org.nostos.requests.StateKeeping;
import org.nostos.transfers.Planning;
import org.nostos.transfers.Planning.Begun;
import org.nostos.transfers.Planning.Draft;
import org.nostos.transfers.TransferKind;
import org.nostos.transfers.TransferReading;
import org.nostos.transfers.TransferReading.Line;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listing;
import org.nostos.web.listing.Listings;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// All transfers, counted for who watches; and where one begins.
@Controller
class TransferListPages {

    private static final int MOST = 100_000;

    private final TransferReading reading;
    private final Planning planning;
    private final StateKeeping states;
    private final Listings listings;

    TransferListPages(
            TransferReading reading, Planning planning, StateKeeping states, Listings listings) {
        this.listings = listings;
        this.reading = reading;
        this.planning = planning;
        this.states = states;
    }

    @GetMapping("/transfers")
    Object transfers(Asked asked, Model model) {
        Role role = Caller.required().role();
        boolean watches = role == Role.MONITOR;
        model.addAttribute("watches", watches);
        model.addAttribute("officer", role == Role.CASE_OFFICER);
        model.addAttribute("kinds", TransferKind.values());
        model.addAttribute("routes", Route.values());
        model.addAttribute("states", watches ? List.of() : states.all());
        Listing<SmallCounts> counts =
                listings.of(
                        asked.in("counts"),
                        "counts",
                        Purpose.TRANSFER,
                        TransferRows.COUNTS,
                        SmallCounts.of(reading.counts(), watches));
        Listing<Line> transfers =
                listings.of(
                        asked,
                        "transfers",
                        Purpose.TRANSFER,
                        TransferRows.TRANSFERS,
                        watches ? List.of() : reading.latest(MOST));
        return listings.answer("transfers", model, transfers, counts);
    }

    @PostMapping("/transfers")
    String begin(
            @RequestParam TransferKind kind,
            @RequestParam Route route,
            @RequestParam StateCode destination,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String transit,
            @RequestParam(defaultValue = "48") int hours,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate planned,
            RedirectAttributes next) {
        List<String> codes =
                Arrays.stream(transit.strip().split("[\\s,;]+"))
                        .filter(code -> !code.isEmpty())
                        .toList();
        if (!codes.stream().allMatch(code -> code.matches("[A-Z]{3}"))) {
            Said.refused(next, List.of(Obstacle.of("obstacle.transfer.transit")));
            return "redirect:/transfers";
        }
        Begun begun =
                planning.begin(
                        new Draft(
                                kind,
                                route,
                                destination,
                                receiver,
                                codes.stream().map(StateCode::new).toList(),
                                hours,
                                planned));
        if (begun.transfer() == null) {
            Said.refused(next, begun.obstacles());
            return "redirect:/transfers";
        }
        Said.done(next, "transfers.begun");
        return "redirect:/transfers/" + begun.transfer();
    }
}
