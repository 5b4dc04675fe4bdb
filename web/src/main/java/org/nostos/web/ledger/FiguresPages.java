package org.nostos.web.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.figures.Category;
import org.nostos.figures.Stage;
import org.nostos.ledger.FindingKeeping;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.LedgerEntries.Found;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerQuestion;
import org.nostos.parties.Caller;
import org.nostos.web.Dates;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.nostos.web.listing.Paged;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The ledger, and the chart of what was said of one population.
@Controller
class FiguresPages {

    private final Ledger ledger;
    private final FindingKeeping findings;
    private final Listings listings;
    private final FigureWords words;
    private final Dates dates;
    private final List<Column<LedgerEntry>> columns;

    FiguresPages(
            Ledger ledger,
            FindingKeeping findings,
            Listings listings,
            FigureWords words,
            Dates dates) {
        this.ledger = ledger;
        this.findings = findings;
        this.listings = listings;
        this.words = words;
        this.dates = dates;
        this.columns = FigureColumns.of(words);
    }

    @GetMapping("/figures")
    Object figures(
            Asked asked,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate upto,
            Model model) {
        LedgerQuestion question = FigureColumns.question(asked, from, upto);
        model.addAttribute("from", from);
        model.addAttribute("upto", upto);
        model.addAttribute("kept", kept(asked));
        model.addAttribute("question", question);
        model.addAttribute("analyst", isAnalyst());
        model.addAttribute("populations", ledger.populations());
        model.addAttribute("chart", chart(question));
        model.addAttribute("json", json(question));
        return listings.answer(
                "figures",
                model,
                listings.of(
                        asked,
                        "ledger",
                        Purpose.ANALYSIS,
                        columns,
                        values(),
                        paged(asked, question)));
    }

    static boolean isAnalyst() {
        return Caller.required().role() == Role.ANALYST;
    }

    private static Map<String, String> kept(Asked asked) {
        Map<String, String> kept = new java.util.TreeMap<>(asked.address());
        List.of("from", "upto", "page", "as").forEach(kept::remove);
        return kept;
    }

    /// Where another program reads the same.
    private static String json(LedgerQuestion question) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/figures");
        Map<String, @Nullable Object> asked = new java.util.LinkedHashMap<>();
        asked.put("q", question.words());
        asked.put("category", question.category() == null ? null : question.category().word());
        asked.put("place", question.place());
        asked.put("attributed_to", question.saidBy());
        asked.put("from", question.from());
        asked.put("upto", question.upto());
        asked.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, value);
            }
        });
        return address.encode().build().toUriString();
    }

    private Map<String, List<?>> values() {
        return Map.of(
                "category", Arrays.asList(Category.values()),
                "place", ledger.places(),
                "speaker", ledger.speakers(),
                "stage", Arrays.asList(Stage.values()));
    }

    /// A chart is of one population: of one category, in one place.
    private @Nullable FigureChart chart(LedgerQuestion question) {
        if (question.category() == null || question.place() == null) {
            return null;
        }
        LedgerQuestion published = question.at(Stage.PUBLISHED);
        List<LedgerEntry> entries = ledger.page(published, 0, FigureChart.MOST);
        Set<UUID> off = findings.off(entries.stream().map(LedgerEntry::id).toList());
        return FigureChart.of(entries, off, words, dates);
    }

    /// The rows and their count are looked for at once; a page beyond the end is another one.
    private Paged<LedgerEntry> paged(Asked asked, LedgerQuestion question) {
        Found found = ledger.found(question, asked.offset(), asked.most());
        return new Paged<>() {
            @Override
            public List<LedgerEntry> rows(int offset, int most) {
                return offset == asked.offset() && most == asked.most()
                        ? found.rows()
                        : ledger.page(question, offset, most);
            }

            @Override
            public long total() {
                return found.total();
            }

            @Override
            public long whole() {
                return ledger.count(LedgerQuestion.ALL);
            }
        };
    }
}
