package org.nostos.web.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.journal.Checkpoint;
import org.nostos.journal.Checkpoints;
import org.nostos.parties.Accounts;
import org.nostos.parties.Caller;
import org.nostos.parties.Parties;
import org.nostos.web.Said;
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

    private static final int LINES = 50;

    private final Checkpoints checkpoints;
    private final Checking checking;
    private final Accounts accounts;
    private final Parties parties;
    private final TransactionOperations transaction;

    CheckpointPages(
            Checkpoints checkpoints,
            Checking checking,
            Accounts accounts,
            Parties parties,
            TransactionOperations transaction) {
        this.checkpoints = checkpoints;
        this.checking = checking;
        this.accounts = accounts;
        this.parties = parties;
        this.transaction = transaction;
    }

    @GetMapping("/checkpoints")
    String all(Model model) {
        model.addAttribute("checking", checking.now());
        transaction.executeWithoutResult(status -> {
            model.addAttribute("names", Names.of(accounts.all(), parties.all()));
            model.addAttribute("taken", checkpoints.newest(LINES));
        });
        return "checkpoints";
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
