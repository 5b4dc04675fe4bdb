package org.nostos.web.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.journal.Checkpoint;
import org.nostos.journal.Checkpoints;
import org.nostos.parties.Accounts;
import org.nostos.parties.Caller;
import org.nostos.parties.Parties;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Checkpoints: a party takes one away, and sets one that it kept against the journal of today.
@Controller
class CheckpointPages {

    private final Checkpoints checkpoints;
    private final Checking checking;
    private final Accounts accounts;
    private final Parties parties;
    private final TransactionOperations transaction;
    private final Listings listings;

    CheckpointPages(
            Checkpoints checkpoints,
            Checking checking,
            Accounts accounts,
            Parties parties,
            TransactionOperations transaction,
            Listings listings) {
        this.checkpoints = checkpoints;
        this.checking = checking;
        this.accounts = accounts;
        this.parties = parties;
        this.transaction = transaction;
        this.listings = listings;
    }

    @GetMapping("/checkpoints")
    Object all(Asked asked, Model model) {
        model.addAttribute("checking", checking.now());
        Names names =
                Objects.requireNonNull(
                        transaction.execute(status -> Names.of(accounts.all(), parties.all())));
        List<Checkpoints.Taken> taken =
                Objects.requireNonNull(
                        transaction.execute(status -> checkpoints.newest(Integer.MAX_VALUE)));
        model.addAttribute("names", names);
        return listings.answer(
                "checkpoints",
                model,
                listings.of(asked, "taken", Purpose.ADMINISTRATION, columns(names), taken));
    }

    private static List<Column<Checkpoints.Taken>> columns(Names names) {
        return List.of(
                Column.number("acts", "checkpoints.acts", one -> one.checkpoint().seal().size()),
                Column.text("by", "journal.by", one -> names.actor(one.account())),
                Column.<Checkpoints.Taken>text(
                                "party", "journal.party", one -> names.party(one.party()))
                        .choice(),
                Column.text("recorded", "journal.recorded", Checkpoints.Taken::at),
                Column.bare("checkpoints.file"));
    }

    @PostMapping("/checkpoints")
    String take(RedirectAttributes next) {
        checkpoints
                .take()
                .ifPresentOrElse(
                        id -> Said.done(next, "checkpoints.taken"),
                        () -> refuse(next, "obstacle.checkpoints.nothing-sealed"));
        return "redirect:/checkpoints";
    }

    @GetMapping("/checkpoints/{checkpoint}")
    ResponseEntity<String> file(@PathVariable("checkpoint") UUID id) {
        Checkpoints.Taken taken =
                checkpoints
                        .find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String name = "journal-" + taken.checkpoint().seal().size() + ".checkpoint";
        return attachment(name, taken.checkpoint().toString());
    }

    @GetMapping("/checkpoints/key")
    ResponseEntity<String> key() {
        return attachment("journal.key", checkpoints.publicKey());
    }

    /// Begins to check the whole journal against a checkpoint that the caller kept.
    @PostMapping("/checkpoints/check")
    String check(@RequestParam String text, RedirectAttributes next) {
        Optional<Checkpoint> kept = parsed(text);
        if (kept.isEmpty()) {
            refuse(next, "obstacle.checkpoints.unreadable");
        } else if (!checkpoints.signed(kept.get())) {
            refuse(next, "obstacle.checkpoints.not-ours");
        } else {
            checking.begin(Caller.required(), kept.get().seal());
        }
        return "redirect:/checkpoints";
    }

    private static void refuse(RedirectAttributes next, String why) {
        Said.refused(next, List.of(Obstacle.of(why)));
    }

    private static Optional<Checkpoint> parsed(String text) {
        try {
            return Optional.of(Checkpoint.parse(text.strip() + "\n"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<String> attachment(String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }
}
