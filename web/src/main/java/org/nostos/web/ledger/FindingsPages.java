package org.nostos.web.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.basics.Obstacle;
import org.nostos.ledger.Finding;
import org.nostos.ledger.Finding.Verdict;
import org.nostos.ledger.FindingKeeping;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.LedgerEntry;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What does not fit: each finding set out as a sum with its sources, and what an analyst makes of it.
@Controller
class FindingsPages {

    private final FindingKeeping findings;
    private final Ledger ledger;

    FindingsPages(FindingKeeping findings, Ledger ledger) {
        this.findings = findings;
        this.ledger = ledger;
    }

    @GetMapping("/figures/findings")
    String findings(Model model) {
        List<Finding> all = findings.all();
        List<UUID> figures =
                all.stream().flatMap(one -> one.figures().stream()).distinct().toList();
        Map<UUID, LedgerEntry> entries =
                ledger.byIds(figures).stream()
                        .collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        model.addAttribute("findings", all);
        model.addAttribute("entries", entries);
        model.addAttribute("open", all.stream().filter(one -> one.decision() == null).count());
        model.addAttribute("analyst", FiguresPages.isAnalyst());
        model.addAttribute("verdicts", Verdict.values());
        return "figure-findings";
    }

    @PostMapping("/figures/findings/{key}")
    String decide(
            @PathVariable String key,
            @RequestParam Verdict verdict,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        List<Obstacle> obstacles = findings.decide(key, verdict, reason);
        if (obstacles.isEmpty()) {
            Said.done(next, "findings.decided");
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/figures/findings";
    }

    @PostMapping("/figures/findings")
    String rebuild(RedirectAttributes next) {
        Said.done(next, "findings.rebuilt", findings.rebuild());
        return "redirect:/figures/findings";
    }
}
