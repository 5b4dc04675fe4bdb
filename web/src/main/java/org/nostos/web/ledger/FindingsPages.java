package org.nostos.web.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.figures.Comparing;
import org.nostos.ledger.FindingKeeping;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerFinding;
import org.nostos.ledger.LedgerFinding.Heap;
import org.nostos.ledger.LedgerFinding.Verdict;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What does not fit, what cannot be compared and what fits: each finding set out with its arithmetic and its
/// sources, and what an analyst makes of it.
@Controller
class FindingsPages {

    private final FindingKeeping findings;
    private final Ledger ledger;

    FindingsPages(FindingKeeping findings, Ledger ledger) {
        this.findings = findings;
        this.ledger = ledger;
    }

    @GetMapping("/figures/findings")
    String findings(@RequestParam(defaultValue = "MISFITS") Heap heap, Model model) {
        List<LedgerFinding> first = findings.first(heap);
        model.addAttribute("heap", heap);
        model.addAttribute("heaps", Heap.values());
        model.addAttribute("findings", first);
        model.addAttribute("count", findings.count(heap));
        model.addAttribute("open", findings.undecided());
        model.addAttribute("entries", entries(first, ledger));
        model.addAttribute("hedge", Comparing.hedge());
        model.addAttribute("analyst", FiguresPages.isAnalyst());
        model.addAttribute("verdicts", Verdict.values());
        return "figure-findings";
    }

    /// Every figure that these findings speak of, also the wholes in which two of them differ.
    static Map<UUID, LedgerEntry> entries(List<LedgerFinding> findings, Ledger ledger) {
        Set<UUID> figures = new HashSet<>();
        for (LedgerFinding finding : findings) {
            figures.addAll(finding.what().figures());
        }
        Map<UUID, LedgerEntry> entries = new HashMap<>();
        ledger.byIds(figures).forEach(entry -> entries.put(entry.id(), entry));
        Set<UUID> wholes = new HashSet<>();
        for (LedgerEntry entry : entries.values()) {
            UUID whole = entry.figure().partOf();
            if (whole != null && !entries.containsKey(whole)) {
                wholes.add(whole);
            }
        }
        ledger.byIds(wholes).forEach(entry -> entries.put(entry.id(), entry));
        return entries;
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
