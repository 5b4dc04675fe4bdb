package org.nostos.web.reports;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.nostos.basics.AsOf;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.Party;
import org.nostos.reports.SaidBesideKnown;
import org.nostos.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What was said beside what is known, as of a day and as known on a day.
@Controller
class BesidePages {

    private final SaidBesideKnown report;
    private final AccountKeeping parties;

    BesidePages(SaidBesideKnown report, AccountKeeping parties) {
        this.report = report;
        this.parties = parties;
    }

    @GetMapping("/figures/beside")
    String beside(Times times, Model model) {
        AsOf at = times.at();
        Instant held = times.held(Instant.now());
        model.addAttribute("report", report.at(at.on(), held, at.known()));
        model.addAttribute("names", names());
        return "beside";
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Party party : parties.parties()) {
            if (party.state() != null) {
                names.put(party.state().value(), party.name());
            }
        }
        return names;
    }
}
