package org.nostos.web.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.figures.Category;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.ledger.ArticleClaim;
import org.nostos.ledger.ArticleKeeping;
import org.nostos.ledger.ArticleKeeping.File;
import org.nostos.ledger.ArticleKeeping.Handed;
import org.nostos.ledger.Ledger;
import org.nostos.ledger.LedgerArticle.About;
import org.nostos.ledger.LedgerEntry;
import org.nostos.web.Said;
import org.nostos.web.ledger.FigureForm.Typed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The articles that were handed in, and one of them beside the figures that were found in it: one figure
/// at a time, to accept, mend or reject. Nothing enters the ledger by itself.
@Controller
class ArticlesPages {

    private static final int A_PAGE = 50;

    private final ArticleKeeping articles;
    private final Ledger ledger;

    ArticlesPages(ArticleKeeping articles, Ledger ledger) {
        this.articles = articles;
        this.ledger = ledger;
    }

    @GetMapping("/articles")
    String articles(@RequestParam(defaultValue = "1") int page, Model model) {
        int number = Math.clamp(page, 1, 100_000);
        long count = articles.count();
        model.addAttribute("articles", articles.page(number - 1, A_PAGE));
        model.addAttribute("count", count);
        model.addAttribute("number", number);
        model.addAttribute("more", (long) number * A_PAGE < count);
        return "articles";
    }

    @PostMapping("/articles")
    String hand(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate publishedOn,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        if (file != null && file.getSize() > ArticleKeeping.LARGEST) {
            Said.refused(next, List.of(Obstacle.of("obstacle.ledger.file")));
            return "redirect:/articles";
        }
        byte[] bytes =
                file == null || file.isEmpty()
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : file.getBytes();
        About about =
                new About(title, FigureForm.text(outlet), FigureForm.text(address), publishedOn);
        return switch (articles.hand(about, bytes)) {
            case Handed.Kept kept -> done(next, "articles.kept", kept.article());
            case Handed.Known known -> done(next, "articles.known", known.article());
            case Handed.Refused refused -> {
                Said.refused(next, refused.obstacles());
                yield "redirect:/articles";
            }
        };
    }

    private static String done(RedirectAttributes next, String message, UUID article) {
        Said.done(next, message);
        return "redirect:/articles/" + article;
    }

    @PostMapping("/articles/{article}/read")
    String read(@PathVariable UUID article) {
        articles.read(article);
        return "redirect:/articles/" + article;
    }

    @GetMapping("/articles/{article}")
    String article(
            @PathVariable UUID article,
            @RequestParam(required = false) @Nullable Integer claim,
            Model model) {
        File file = articles.file(article).orElseThrow(NoSuchElementException::new);
        String text = file.text();
        model.addAttribute("file", file);
        model.addAttribute("article", file.article());
        model.addAttribute("pieces", text == null ? List.of() : MarkedText.of(text, file.claims()));
        ArticleClaim now = chosen(file.claims(), claim);
        model.addAttribute("now", now);
        if (now != null) {
            model.addAttribute("refused", model.containsAttribute("form"));
            if (!model.containsAttribute("form")) {
                model.addAttribute("form", form(file, now, whole(file, now)));
            }
            model.addAttribute("wholes", ledger.byIds(entered(file.claims().stream())));
            model.addAttribute("qualifiers", Qualifier.values());
            model.addAttribute("categories", Category.values());
            model.addAttribute("things", Unit.Thing.values());
        }
        return "article";
    }

    /// The claim that was asked for, else the first about which nobody decided.
    private static @Nullable ArticleClaim chosen(
            List<ArticleClaim> claims, @Nullable Integer place) {
        if (place != null && place >= 0 && place < claims.size()) {
            return claims.get(place);
        }
        return claims.stream().filter(one -> one.decision() == null).findFirst().orElse(null);
    }

    private static FigureForm form(File file, ArticleClaim claim, @Nullable String whole) {
        return FigureForm.of(claim.claim(), file.article(), file.text(), whole);
    }

    /// The number in the ledger of the figure that includes this one, if that was entered.
    private @Nullable String whole(File file, ArticleClaim claim) {
        String quote = claim.claim().partOf();
        List<UUID> figures =
                entered(file.claims().stream().filter(one -> one.claim().quote().equals(quote)));
        return ledger.byIds(figures).stream().map(LedgerEntry::name).findFirst().orElse(null);
    }

    /// The figures of the ledger that were made of these.
    private static List<UUID> entered(Stream<ArticleClaim> claims) {
        return claims.map(ArticleClaim::decision)
                .filter(Objects::nonNull)
                .map(ArticleClaim.Decision::figure)
                .filter(Objects::nonNull)
                .toList();
    }

    /// @param partOf the figure of which it is part; empty for none, and what was found where nobody says
    @PostMapping("/articles/{article}/claims/{claim}/accept")
    String accept(
            @PathVariable UUID article,
            @PathVariable UUID claim,
            @RequestParam(required = false) @Nullable String partOf,
            RedirectAttributes next) {
        File file = articles.file(article).orElseThrow(NoSuchElementException::new);
        ArticleClaim found =
                file.claims().stream()
                        .filter(one -> one.id().equals(claim))
                        .findFirst()
                        .orElseThrow(NoSuchElementException::new);
        String whole = partOf == null ? whole(file, found) : FigureForm.text(partOf);
        FigureForm form = form(file, found, whole);
        return entered(article, claim, form, false, next);
    }

    @PostMapping("/articles/{article}/claims/{claim}/mend")
    String mend(
            @PathVariable UUID article,
            @PathVariable UUID claim,
            FigureForm form,
            RedirectAttributes next) {
        return entered(article, claim, form, true, next);
    }

    private String entered(
            UUID article, UUID claim, FigureForm form, boolean mended, RedirectAttributes next) {
        List<Obstacle> obstacles =
                switch (form.typed(form.whole(ledger))) {
                    case Typed.Wrong wrong -> wrong.obstacles();
                    case Typed.Read read -> articles.enter(claim, read.figure(), mended);
                };
        if (mended && !obstacles.isEmpty()) {
            next.addFlashAttribute("form", form);
            next.addAttribute("claim", place(article, claim));
        }
        return said(article, obstacles, "articles.entered", next);
    }

    private @Nullable Integer place(UUID article, UUID claim) {
        return articles.file(article).stream()
                .flatMap(file -> file.claims().stream())
                .filter(one -> one.id().equals(claim))
                .map(ArticleClaim::place)
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/articles/{article}/claims/{claim}/reject")
    String reject(
            @PathVariable UUID article,
            @PathVariable UUID claim,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        String why = FigureForm.text(reason);
        return said(article, articles.reject(claim, why), "articles.rejected", next);
    }

    private static String said(
            UUID article, List<Obstacle> obstacles, String done, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/articles/" + article;
    }
}
