package org.nostos.web.review;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;
import org.nostos.identity.Batch;
import org.nostos.identity.BatchReview;
import org.nostos.identity.BatchStep;
import org.nostos.identity.Batches.ListName;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Batches: what a filter would find, those drawn so far, and one of them on its way through two hands.
@Controller
class BatchPages {

    private static final List<Column<Batch>> COLUMNS =
            List.of(
                    Column.text("drawn", "review.batch", batch -> batch.drawnBy().at()),
                    Column.word(
                            "pattern",
                            "review.batch.pattern",
                            "review.batch.pattern.",
                            batch -> batch.filter().pattern()),
                    Column.number("pairs", "review.batch.pairs", Batch::pairs),
                    Column.word("state", "review.standing", "review.batch.state.", Batch::state));

    private final BatchReview review;
    private final Listings listings;

    BatchPages(BatchReview review, Listings listings) {
        this.review = review;
        this.listings = listings;
    }

    /// From which probability on a batch takes proposals.
    enum Floor {
        OVER_99(0.99),
        OVER_95(0.95);

        private final double from;

        Floor(double from) {
            this.from = from;
        }
    }

    /// What was asked for.
    record Wanted(Floor floor, Batch.Pattern pattern, @Nullable UUID one, @Nullable UUID other) {
        Batch.Filter filter() {
            return new Batch.Filter(floor.from, one, other, pattern);
        }
    }

    @GetMapping("/review/batches")
    Object batches(
            @RequestParam(defaultValue = "OVER_99") Floor floor,
            @RequestParam(defaultValue = "DOCUMENT_AND_BIRTH_YEAR") Batch.Pattern pattern,
            @RequestParam(required = false) @Nullable UUID one,
            @RequestParam(required = false) @Nullable UUID other,
            @RequestParam(defaultValue = "false") boolean count,
            Asked asked,
            Model model) {
        Wanted wanted = new Wanted(floor, pattern, one, other);
        model.addAttribute("asked", wanted);
        model.addAttribute("found", count ? review.count(wanted.filter()) : null);
        model.addAttribute("floors", Floor.values());
        model.addAttribute("patterns", Batch.Pattern.values());
        model.addAttribute("lists", review.lists());
        return listings.answer(
                "review-batches",
                model,
                listings.of(
                        asked.without("count"),
                        "batches",
                        Purpose.IDENTITY_REVIEW,
                        COLUMNS,
                        review.all()));
    }

    @PostMapping("/review/batches")
    String freeze(
            @RequestParam(defaultValue = "OVER_99") Floor floor,
            @RequestParam(defaultValue = "DOCUMENT_AND_BIRTH_YEAR") Batch.Pattern pattern,
            @RequestParam(required = false) @Nullable UUID one,
            @RequestParam(required = false) @Nullable UUID other,
            RedirectAttributes next) {
        return came(
                review.freeze(new Wanted(floor, pattern, one, other).filter()),
                "review.batch.frozen",
                null,
                next);
    }

    @GetMapping("/review/batches/{batch}")
    String batch(@PathVariable UUID batch, Model model) {
        Batch found = review.byId(batch).orElseThrow(NoSuchElementException::new);
        UUID me = Caller.required().account();
        Map<UUID, String> titles =
                review.lists().stream().collect(Collectors.toMap(ListName::id, ListName::title));
        model.addAttribute("batch", found);
        model.addAttribute("mine", found.sampleOf(me).orElse(null));
        model.addAttribute("titles", titles);
        model.addAttribute("next", review.nextOfSample(batch).orElse(null));
        model.addAttribute("sample", review.sample(batch));
        return "review-batch";
    }

    @PostMapping("/review/batches/{batch}/sample")
    String sample(@PathVariable UUID batch, RedirectAttributes next) {
        known(batch);
        return came(review.drawSecond(batch), "review.batch.sampled", batch, next);
    }

    @PostMapping("/review/batches/{batch}/put-forward")
    String putForward(
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        known(batch);
        return came(review.putForward(batch, reason), "review.batch.put-forward", batch, next);
    }

    @PostMapping("/review/batches/{batch}/confirm")
    String confirm(
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        known(batch);
        return came(review.confirm(batch, reason), "review.batch.confirmed", batch, next);
    }

    @PostMapping("/review/batches/{batch}/withdraw")
    String withdraw(
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        known(batch);
        return came(review.withdraw(batch, reason), "review.batch.withdrawn", batch, next);
    }

    @PostMapping("/review/batches/{batch}/undo")
    String undo(
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        known(batch);
        return came(review.takeBack(batch, reason), "review.batch.undone", batch, next);
    }

    private void known(UUID batch) {
        if (review.byId(batch).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String came(
            BatchStep step, String done, @Nullable UUID batch, RedirectAttributes next) {
        return switch (step) {
            case BatchStep.Done it -> {
                Said.done(next, done, it.pairs());
                yield "redirect:/review/batches/" + it.batch();
            }
            case BatchStep.Refused refused -> {
                Said.refused(next, refused.obstacles());
                yield "redirect:/review/batches" + (batch == null ? "" : "/" + batch);
            }
        };
    }
}
