package org.nostos.web.requests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.parties.Caller;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.Answering;
import org.nostos.requests.AskedFor;
import org.nostos.requests.NoteEvent;
import org.nostos.requests.NoteFile;
import org.nostos.requests.NoteKeeping;
import org.nostos.requests.NoteKeeping.Begun;
import org.nostos.requests.RequestRule;
import org.nostos.requests.StateKeeping;
import org.nostos.requests.StepForm;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listings;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The notes to states, and what is done with one of them.
@Controller
class NotesPages {

    private final NoteKeeping notes;
    private final Answering answering;
    private final StateKeeping states;
    private final Listings listings;

    NotesPages(NoteKeeping notes, Answering answering, StateKeeping states, Listings listings) {
        this.notes = notes;
        this.answering = answering;
        this.states = states;
        this.listings = listings;
    }

    @GetMapping("/notes")
    Object notes(Asked asked, Model model) {
        model.addAttribute("states", states.all());
        model.addAttribute("asks", AskedFor.values());
        model.addAttribute("rules", RequestRule.values());
        return listings.answer(
                "notes",
                model,
                listings.of(
                        asked, "notes", Purpose.STATE_REQUEST, NoteColumns.ALL, notes.all(null)));
    }

    @PostMapping("/notes")
    String begin(
            @RequestParam String state,
            @RequestParam AskedFor asked,
            @RequestParam(defaultValue = "") String wordsEn,
            @RequestParam(defaultValue = "") String wordsAr,
            RedirectAttributes next) {
        if (!state.matches("[A-Z]{3}")) {
            throw new NoSuchElementException("no state has this code");
        }
        Begun begun = notes.begin(new StateCode(state), asked, wordsEn, wordsAr);
        return Outcome.of(
                begun.obstacles(),
                "notes.begun",
                begun.note() == null ? "/notes" : "/notes/" + begun.note(),
                next);
    }

    @GetMapping("/notes/{note}")
    String note(@PathVariable UUID note, Model model) {
        NoteFile file = notes.file(note).orElseThrow(NoSuchElementException::new);
        boolean legal = Caller.required().role() == Role.LEGAL_REVIEWER;
        model.addAttribute("file", file);
        model.addAttribute("steps", NoteKeeping.steps(file.standing()));
        model.addAttribute("today", Words.day(null));
        model.addAttribute(
                "answers",
                Arrays.stream(AnswerKind.values())
                        .filter(kind -> legal || kind != AnswerKind.DEEMED_ACCEPTED)
                        .toList());
        if (!model.containsAttribute("words")) {
            model.addAttribute("words", Words.NONE);
        }
        return "note";
    }

    @GetMapping("/notes/{note}/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID note) {
        return PaperFile.of(
                notes.paper(note).orElseThrow(NoSuchElementException::new), notes.number(note));
    }

    @PostMapping("/notes/{note}/lines")
    String put(
            @PathVariable UUID note,
            @RequestParam(required = false) @Nullable List<UUID> disclosures,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        List<UUID> chosen = disclosures == null ? List.of() : disclosures;
        return Outcome.of(notes.put(note, chosen, seen), "note.put", to(note), next);
    }

    @PostMapping("/notes/{note}/lines/{line}/remove")
    String remove(
            @PathVariable UUID note,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return Outcome.of(notes.remove(note, line, reason), "note.removed", to(note), next);
    }

    @PostMapping("/notes/{note}/steps")
    String step(
            @PathVariable UUID note,
            @RequestParam NoteEvent.Kind step,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        String hash = document.isBlank() ? null : document.strip();
        List<Obstacle> obstacles =
                notes.step(note, step, new StepForm(Words.day(on), reason, source, hash, seen));
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("words", new Words("", "", reason, "", source));
        }
        return Outcome.of(obstacles, "note.step." + step.name(), to(note), next);
    }

    @PostMapping("/notes/{note}/answers")
    String answer(
            @PathVariable UUID note,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            @RequestParam AnswerKind kind,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String conditions,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reviewBody,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(required = false) @Nullable UUID agreement,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        Words words = new Words(conditions, reasons, ground, reviewBody, source);
        List<Obstacle> obstacles =
                answering.give(
                        note,
                        lines == null ? List.of() : lines,
                        words.answer(kind, document, agreement),
                        Words.day(on),
                        seen);
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("words", words);
        }
        return Outcome.of(obstacles, "note.answered", to(note), next);
    }

    private static String to(UUID note) {
        return "/notes/" + note;
    }
}
