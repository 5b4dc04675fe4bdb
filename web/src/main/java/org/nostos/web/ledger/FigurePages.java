package org.nostos.web.ledger;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.ledger.FigureJson;
import org.nostos.ledger.FigureSource;
import org.nostos.ledger.FindingKeeping;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.Ledger.Sheet;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerFinding;
import org.nostos.ledger.LedgerKeeping;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.ledger.FigureForm.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// A figure with its words, its source and what was done to it; entering and correcting one.
@Controller
class FigurePages {

    private final Ledger ledger;
    private final LedgerKeeping keeping;
    private final FindingKeeping findings;

    FigurePages(Ledger ledger, LedgerKeeping keeping, FindingKeeping findings) {
        this.ledger = ledger;
        this.keeping = keeping;
        this.findings = findings;
    }

    @GetMapping("/figures/{id}")
    String figure(@PathVariable UUID id, Model model) {
        Sheet sheet = ledger.sheet(id).orElseThrow(NoSuchElementException::new);
        model.addAttribute("sheet", sheet);
        model.addAttribute("entry", sheet.entry());
        model.addAttribute("figure", sheet.entry().figure());
        List<LedgerFinding> found = findings.of(List.of(id));
        model.addAttribute("findings", found);
        model.addAttribute("entries", FindingsPages.entries(found, ledger));
        model.addAttribute("analyst", FiguresPages.isAnalyst());
        model.addAttribute("mine", isMine(sheet));
        model.addAttribute("hash", FigureJson.sha256(sheet.entry()));
        model.addAttribute(
                "cited", ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString());
        return "figure";
    }

    private static boolean isMine(Sheet sheet) {
        UUID me = Caller.required().account();
        return sheet.events().stream().limit(2).anyMatch(event -> event.account().equals(me));
    }

    @GetMapping("/figures/new")
    String entering(@RequestParam(required = false) @Nullable String partOf, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", FigureForm.EMPTY);
        }
        model.addAttribute("partOf", partOf);
        return form(null, model);
    }

    @GetMapping("/figures/{id}/correct")
    String correcting(@PathVariable UUID id, Model model) {
        Sheet sheet = ledger.sheet(id).orElseThrow(NoSuchElementException::new);
        if (!model.containsAttribute("form")) {
            LedgerEntry whole = sheet.whole();
            String part = whole == null ? null : whole.name();
            model.addAttribute("form", FigureForm.of(sheet.entry(), part));
        }
        return form(sheet.entry(), model);
    }

    private static String form(@Nullable LedgerEntry corrects, Model model) {
        model.addAttribute("corrects", corrects);
        model.addAttribute("qualifiers", Qualifier.values());
        model.addAttribute("categories", Category.values());
        model.addAttribute("things", Unit.Thing.values());
        return "figure-form";
    }

    @PostMapping("/figures")
    String enter(FigureForm form, RedirectAttributes next) {
        return switch (form.typed(form.whole(ledger))) {
            case Typed.Wrong wrong -> refused(form, wrong.obstacles(), "/figures/new", next);
            case Typed.Read read -> {
                List<Obstacle> obstacles = keeping.enter(read.figure(), read.source());
                yield obstacles.isEmpty()
                        ? done("figures.entered", read.figure().id(), next)
                        : refused(form, obstacles, "/figures/new", next);
            }
        };
    }

    @PostMapping("/figures/{id}/correct")
    String correct(@PathVariable UUID id, FigureForm form, RedirectAttributes next) {
        String again = "/figures/" + id + "/correct";
        return switch (form.typed(form.whole(ledger))) {
            case Typed.Wrong wrong -> refused(form, wrong.obstacles(), again, next);
            case Typed.Read read -> {
                String reason = form.reason() == null ? "" : form.reason();
                Figure figure = read.figure();
                List<Obstacle> obstacles = keeping.correct(id, figure, read.source(), reason);
                yield obstacles.isEmpty()
                        ? done("figures.corrected", figure.id(), next)
                        : refused(form, obstacles, again, next);
            }
        };
    }

    @PostMapping("/figures/{id}/source")
    String source(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String address,
            RedirectAttributes next) {
        FigureSource source = FigureSource.named(title, FigureForm.text(address));
        return said(keeping.source(id, source), "figures.sourced", id, next);
    }

    @PostMapping("/figures/{id}/review")
    String review(@PathVariable UUID id, RedirectAttributes next) {
        return said(keeping.review(id), "figures.reviewed", id, next);
    }

    @PostMapping("/figures/{id}/publish")
    String publish(@PathVariable UUID id, RedirectAttributes next) {
        return said(keeping.publish(id), "figures.published", id, next);
    }

    @PostMapping("/figures/{id}/retract")
    String retract(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(keeping.retract(id, reason), "figures.retracted", id, next);
    }

    private static String said(
            List<Obstacle> obstacles, String done, UUID id, RedirectAttributes next) {
        if (!obstacles.isEmpty()) {
            Said.refused(next, obstacles);
            return "redirect:/figures/" + id;
        }
        return done(done, id, next);
    }

    private static String done(String done, UUID id, RedirectAttributes next) {
        Said.done(next, done);
        return "redirect:/figures/" + id;
    }

    private static String refused(
            FigureForm form, List<Obstacle> obstacles, String again, RedirectAttributes next) {
        Said.refused(next, obstacles);
        next.addFlashAttribute("form", form);
        return "redirect:" + again;
    }
}
