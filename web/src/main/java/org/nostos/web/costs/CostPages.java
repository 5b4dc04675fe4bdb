package org.nostos.web.costs;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.costs.CostKeeping;
import org.nostos.costs.CostLine;
import org.nostos.costs.CostLine.Claim;
import org.nostos.costs.CostLine.Of;
import org.nostos.costs.CostLine.State;
import org.nostos.legal.CaseLaw;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What it costs, who claims it from whom, and the sums.
@Controller
class CostPages {

    private static final List<String> HEADINGS =
            List.of(
                    "of",
                    "name",
                    "what",
                    "amount",
                    "currency",
                    "claimant",
                    "debtor",
                    "state",
                    "on",
                    "became",
                    "source");

    private final CostKeeping costs;
    private final CaseLaw law;
    private final Dates dates;

    CostPages(CostKeeping costs, CaseLaw law, Dates dates) {
        this.costs = costs;
        this.law = law;
        this.dates = dates;
    }

    @GetMapping("/costs")
    String page(@RequestParam(defaultValue = "1") int page, Model model) {
        int number = Math.max(1, page);
        model.addAttribute("page", costs.page(number - 1));
        model.addAttribute("number", number);
        model.addAttribute("kinds", Of.values());
        model.addAttribute("states", law.states());
        return "costs";
    }

    @PostMapping("/costs")
    String record(CostForm form, RedirectAttributes next) {
        List<Obstacle> obstacles =
                costs.record(
                        form.of() == null ? Of.PERSON : form.of(),
                        CostForm.text(form.name()),
                        form.claim(dates.today()));
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("kept", form);
        }
        return said(obstacles, next);
    }

    @PostMapping("/costs/{line}")
    String step(
            @PathVariable UUID line,
            @RequestParam State to,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes next) {
        return said(costs.step(line, to, on, source), next);
    }

    /// Every line, for a spreadsheet.
    @GetMapping("/costs/lines.csv")
    ResponseEntity<byte[]> file() {
        String text =
                Stream.concat(Stream.of(HEADINGS), costs.all().stream().map(CostPages::cells))
                        .map(cells ->
                                cells.stream()
                                        .map(CostPages::quoted)
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\r\n", "\ufeff", "\r\n"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"costs.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(CostLine line) {
        Claim claim = line.claim();
        StateCode state = claim.state();
        return List.of(
                line.of().name(),
                line.name(),
                claim.what(),
                claim.amount().toPlainString(),
                claim.currency(),
                claim.claimant(),
                claim.debtor(),
                state == null ? "" : state.value(),
                claim.on().toString(),
                line.state().name(),
                claim.source());
    }

    /// A cell that no spreadsheet takes for a formula.
    private static String quoted(String cell) {
        String safe = cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String said(List<Obstacle> obstacles, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, "costs.recorded");
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/costs";
    }
}
