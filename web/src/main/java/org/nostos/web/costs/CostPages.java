package org.nostos.web.costs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.costs.CostKeeping;
import org.nostos.costs.CostLine;
import org.nostos.costs.CostLine.Of;
import org.nostos.costs.CostLine.State;
import org.nostos.legal.CaseLaw;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.nostos.web.listing.Stored;
import org.springframework.format.annotation.DateTimeFormat;
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

    private static final List<Column<CostLine>> COLUMNS = columns();
    private static final Map<String, List<?>> VALUES =
            Map.of("for", List.of(Of.values()), "became", List.of(State.values()));

    private final CostKeeping costs;
    private final CaseLaw law;
    private final Dates dates;
    private final Listings listings;

    CostPages(CostKeeping costs, CaseLaw law, Dates dates, Listings listings) {
        this.costs = costs;
        this.law = law;
        this.dates = dates;
        this.listings = listings;
    }

    @GetMapping("/costs")
    Object page(Asked asked, Model model) {
        model.addAttribute("sums", costs.sums());
        model.addAttribute("kinds", Of.values());
        model.addAttribute("states", law.states());
        return listings.answer(
                "costs",
                model,
                listings.of(asked, "costs", Purpose.CASEWORK, COLUMNS, VALUES, new Lines(costs)));
    }

    private record Lines(CostKeeping costs) implements Stored<CostLine> {

        @Override
        public List<CostLine> page(int offset, int most) {
            return costs.page(offset, most);
        }

        @Override
        public long whole() {
            return costs.count();
        }

        @Override
        public List<CostLine> read(UnaryOperator<List<CostLine>> shown) {
            return costs.read(shown);
        }
    }

    private static List<Column<CostLine>> columns() {
        return List.of(
                Column.text("what", "costs.what", line -> line.claim().what()),
                Column.word("for", "costs.for", "costs.of.", CostLine::of),
                Column.text("name", "costs.name", CostLine::name).fileOnly(),
                Column.number("amount", "costs.amount", line -> line.claim().amount()),
                Column.<CostLine>text("currency", "costs.currency", line -> line.claim().currency())
                        .fileOnly(),
                Column.bare("costs.who"),
                Column.<CostLine>text("claimant", "costs.claimant", line -> line.claim().claimant())
                        .fileOnly(),
                Column.<CostLine>text("debtor", "costs.debtor", line -> line.claim().debtor())
                        .fileOnly(),
                Column.<CostLine>text("state", "costs.debtor-state", line -> line.claim().state())
                        .fileOnly(),
                Column.<CostLine>text("on", "law.on", line -> line.claim().on()).fileOnly(),
                Column.word("became", "costs.became", "costs.state.", CostLine::state),
                Column.<CostLine>text("source", "costs.source", line -> line.claim().source())
                        .fileOnly());
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

    private static String said(List<Obstacle> obstacles, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, "costs.recorded");
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/costs";
    }
}
