package org.nostos.web.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.figures.Category;
import org.nostos.figures.Comparing;
import org.nostos.ledger.FindingKeeping;
import org.nostos.ledger.FindingQuestion;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerFinding;
import org.nostos.ledger.LedgerFinding.Heap;
import org.nostos.ledger.LedgerFinding.Standing;
import org.nostos.ledger.LedgerFinding.Verdict;
import org.nostos.web.Said;
import org.nostos.web.ledger.FindingColumns.Row;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.nostos.web.listing.Paged;
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
    private final Listings listings;
    private final List<Column<Row>> columns;

    FindingsPages(FindingKeeping findings, Ledger ledger, Listings listings, FigureWords words) {
        this.findings = findings;
        this.ledger = ledger;
        this.listings = listings;
        this.columns = FindingColumns.of(words);
    }

    @GetMapping("/figures/findings")
    Object findings(Asked asked, @RequestParam(defaultValue = "MISFITS") Heap heap, Model model) {
        model.addAttribute("heap", heap);
        model.addAttribute("heaps", Heap.values());
        model.addAttribute("open", findings.undecided());
        model.addAttribute("hedge", Comparing.hedge());
        model.addAttribute("analyst", FiguresPages.isAnalyst());
        model.addAttribute("verdicts", Verdict.values());
        return listings.answer(
                "figure-findings",
                model,
                listings.of(
                        asked,
                        "findings",
                        Purpose.ANALYSIS,
                        columns,
                        values(heap),
                        paged(asked, FindingColumns.question(heap, asked))));
    }

    private Map<String, List<?>> values(Heap heap) {
        return Map.of(
                "kind", heap.kinds(),
                "stands", List.of(Standing.values()),
                "category", List.of(Category.values()),
                "place", ledger.places());
    }

    /// The rows are looked for first: a page that is not full says by itself how many there are.
    private Paged<Row> paged(Asked asked, FindingQuestion question) {
        FindingQuestion all = FindingQuestion.all(question.heap());
        long whole = findings.count(all);
        List<LedgerFinding> page = findings.page(question, asked.offset(), asked.most());
        boolean last = !page.isEmpty() && page.size() < asked.most();
        return new Paged<>() {
            @Override
            public List<Row> rows(int offset, int most) {
                return offset == asked.offset() && most == asked.most()
                        ? withEntries(page)
                        : withEntries(findings.page(question, offset, most));
            }

            @Override
            public long total() {
                if (question.equals(all)) {
                    return whole;
                }
                return last ? asked.offset() + page.size() : findings.count(question);
            }

            @Override
            public long whole() {
                return whole;
            }
        };
    }

    private List<Row> withEntries(List<LedgerFinding> page) {
        Map<UUID, LedgerEntry> entries = entries(page, ledger);
        return page.stream().map(finding -> new Row(finding, entries)).toList();
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
