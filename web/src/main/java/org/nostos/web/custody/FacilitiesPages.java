package org.nostos.web.custody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.custody.Authorities;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.FacilityFile.Held;
import org.nostos.custody.FacilityKeeping;
import org.nostos.custody.FacilityLine;
import org.nostos.custody.HandingOver;
import org.nostos.custody.HandingOver.Change;
import org.nostos.custody.HandingOver.Looked;
import org.nostos.custody.HoldingAuthority;
import org.nostos.identity.MeantByName;
import org.nostos.identity.MeantByName.Meant;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.Times;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listing;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The facilities, who is held in one, and a facility that changes hands.
@Controller
class FacilitiesPages {

    private static final List<Column<FacilityLine>> COLUMNS = columns();

    private final FacilityKeeping facilities;
    private final HandingOver handing;
    private final Authorities authorities;
    private final Listings listings;
    private final MeantByName meant;
    private final List<Column<Held>> heldColumns;

    FacilitiesPages(
            FacilityKeeping facilities,
            HandingOver handing,
            Authorities authorities,
            Listings listings,
            MeantByName meant,
            Values values) {
        this.facilities = facilities;
        this.handing = handing;
        this.authorities = authorities;
        this.listings = listings;
        this.meant = meant;
        this.heldColumns = HeldRows.columns(values);
    }

    @GetMapping("/facilities")
    Object list(Times times, Asked asked, Model model) {
        List<FacilityLine> lines =
                times.areNow() ? facilities.lines() : facilities.lines(times.at());
        model.addAttribute("acts", acts(times));
        return listings.answer(
                "facilities",
                model,
                listings.of(asked, "facilities", Purpose.CASEWORK, COLUMNS, lines));
    }

    @PostMapping("/facilities")
    String open(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String sections,
            RedirectAttributes next) {
        List<Obstacle> obstacles = facilities.open(name, place, Arrays.asList(sections.split(",")));
        if (obstacles.isEmpty()) {
            Said.done(next, "facilities.opened");
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/facilities";
    }

    @GetMapping("/facilities/{facility}")
    Object facility(@PathVariable UUID facility, Times times, Asked asked, Model model) {
        Set<UUID> persons = null;
        if (!asked.words().isEmpty()) {
            Meant said = meant.persons(asked.words());
            persons = said.persons();
            model.addAttribute("narrow", said.more());
        }
        HeldRows rows = new HeldRows(facilities, facility, asked, persons, times);
        Listing<Held> held =
                listings.of(asked, "held", Purpose.CASEWORK, heldColumns, HeldRows.VALUES, rows);
        model.addAttribute("found", rows.file());
        model.addAttribute("acts", acts(times));
        model.addAttribute("authorities", authorities.known());
        if (!model.containsAttribute("kept")) {
            model.addAttribute("kept", Kept.NOTHING);
        }
        return listings.answer("facility", model, held);
    }

    /// Shows how many people the change concerns, and writes nothing.
    @PostMapping("/facilities/{facility}/look")
    String look(
            @PathVariable UUID facility,
            @RequestParam(required = false) @Nullable UUID authority,
            @RequestParam(defaultValue = "") String authorityName,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> words,
            Model model,
            RedirectAttributes next) {
        Change change = change(facility, authority, authorityName, on, source, reason);
        return switch (handing.look(change)) {
            case Looked.Refused refused -> back(refused.obstacles(), words, facility, next);
            case Looked.Ready ready -> {
                model.addAttribute("change", change);
                model.addAttribute("line", ready.line());
                yield "facility-hand-over";
            }
        };
    }

    @PostMapping("/facilities/{facility}/hand-over")
    String handOver(
            @PathVariable UUID facility,
            @RequestParam(required = false) @Nullable UUID authority,
            @RequestParam(defaultValue = "") String authorityName,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam long shown,
            @RequestParam Map<String, String> words,
            RedirectAttributes next) {
        List<Obstacle> obstacles =
                handing.handOver(
                        change(facility, authority, authorityName, on, source, reason), shown);
        if (!obstacles.isEmpty()) {
            return back(obstacles, words, facility, next);
        }
        Said.done(next, "facility.is-handed-over", shown);
        return "redirect:/facilities/" + facility;
    }

    private Change change(
            UUID facility,
            @Nullable UUID authority,
            String name,
            LocalDate on,
            String source,
            String reason) {
        HoldingAuthority holder = authorities.of(authority, name);
        return new Change(
                facility, holder == null ? HoldingAuthority.named("") : holder, on, source, reason);
    }

    private static String back(
            List<Obstacle> obstacles,
            Map<String, String> words,
            UUID facility,
            RedirectAttributes next) {
        Said.refused(next, obstacles);
        next.addFlashAttribute("kept", new Kept("hand-over", words));
        return "redirect:/facilities/" + facility;
    }

    /// The page counts where people stand in one column, the file in one for each standing.
    private static List<Column<FacilityLine>> columns() {
        List<Column<FacilityLine>> columns = new ArrayList<>();
        columns.add(Column.text("facility", "custody.facility", line -> line.facility().name()));
        columns.add(
                Column.<FacilityLine>text(
                                "place", "facilities.place", line -> line.facility().place())
                        .choice());
        columns.add(Column.number("people", "facilities.people", FacilityLine::people));
        columns.add(Column.bare("facilities.standing"));
        columns.add(
                Column.text("holder", "custody.holder", line -> String.join(", ", line.holders())));
        columns.add(Column.number("ground", "custody.ground", FacilityLine::withoutGround));
        for (CustodyStatus status : CustodyStatus.values()) {
            columns.add(
                    Column.<FacilityLine>number(
                                    "standing",
                                    "custody.status." + status,
                                    line -> line.counts().getOrDefault(status, 0L))
                            .fileOnly()
                            .still());
        }
        return List.copyOf(columns);
    }

    private static boolean acts(Times times) {
        return times.areNow() && Caller.required().role() == Role.CASE_OFFICER;
    }
}
