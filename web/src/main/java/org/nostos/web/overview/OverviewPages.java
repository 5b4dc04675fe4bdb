package org.nostos.web.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.nostos.basics.Role;
import org.nostos.identity.Overview;
import org.nostos.identity.Overviews;
import org.nostos.parties.Caller;
import org.nostos.parties.Parties;
import org.nostos.parties.Party;
import org.nostos.parties.PartyKind;
import org.nostos.web.Room;
import org.nostos.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: counts without names, as of a day and as known on a day.
@Controller
class OverviewPages {

    private final Overviews overviews;
    private final Parties parties;
    private final TransactionOperations transaction;

    OverviewPages(Overviews overviews, Parties parties, TransactionOperations transaction) {
        this.overviews = overviews;
        this.parties = parties;
        this.transaction = transaction;
    }

    @GetMapping("/")
    String overview(Times times, Model model) {
        Caller caller = Caller.required();
        Role role = caller.role();
        if (!Room.of(role).contains(Room.OVERVIEW)) {
            return "redirect:" + Room.of(role).getFirst().path();
        }
        model.addAttribute("page", pageAt(times, caller));
        return "overview";
    }

    /// What runs now. When nothing does any more, the page around it is read anew.
    @GetMapping("/overview/work")
    String work(Model model, HttpServletResponse response) {
        OverviewPage page = pageAt(Times.NOW, Caller.required());
        if (page.work().isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("page", page);
        return "overview :: work";
    }

    private OverviewPage pageAt(Times times, Caller caller) {
        Instant now = Instant.now();
        Overview facts = overviews.at(times.held(now), times.known(now));
        boolean joins =
                caller.partyKind() == PartyKind.COORDINATING_COMMITTEE
                        || caller.partyKind() == PartyKind.MONITOR;
        List<Party> known = transaction.execute(status -> parties.all());
        return OverviewPage.of(facts, known, caller.role(), joins);
    }
}
