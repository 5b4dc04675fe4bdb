package org.nostos.web.requests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.requests.AnswerCondition;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.Answering;
import org.nostos.requests.Desk;
import org.nostos.requests.Desk.DeskNote;
import org.nostos.requests.NoteKeeping.Line;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The desk of a state: the notes that were sent to it, and its answers.
@Controller
class DeskPages {

    private static final List<Column<Line>> COLUMNS =
            List.of(
                    Column.text("note", "notes.note", one -> one.note().number()),
                    Column.word("asks", "notes.asks", "asked.", one -> one.note().asked()),
                    Column.number("people", "notes.people", Line::persons),
                    Column.text("sent", "notes.sent", one -> one.standing().sent()),
                    Column.text("due", "notes.due", one -> one.standing().due()),
                    Column.word(
                            "stands", "notes.stands", "note.state.", one -> one.standing().state()),
                    Column.<Line>word(
                                    "late",
                                    "notes.overdue",
                                    "listing.is.",
                                    one -> one.standing().overdue())
                            .fileOnly());

    private final Desk desk;
    private final Answering answering;
    private final Listings listings;

    DeskPages(Desk desk, Answering answering, Listings listings) {
        this.desk = desk;
        this.answering = answering;
        this.listings = listings;
    }

    @GetMapping("/desk")
    Object desk(Asked asked, Model model) {
        model.addAttribute("card", desk.numbers().orElse(null));
        return listings.answer(
                "desk",
                model,
                listings.of(asked, "notes", Purpose.STATE_REQUEST, COLUMNS, desk.notes()));
    }

    @GetMapping("/desk/{note}")
    String note(@PathVariable UUID note, Model model) {
        DeskNote found = desk.note(note).orElseThrow(NoSuchElementException::new);
        model.addAttribute("desk", found);
        model.addAttribute(
                "answers",
                Arrays.stream(AnswerKind.values()).filter(AnswerKind::isForStates).toList());
        model.addAttribute(
                "conditionKinds",
                Arrays.stream(AnswerCondition.Kind.values())
                        .filter(AnswerCondition.Kind::isForStates)
                        .toList());
        model.addAttribute("today", Words.day(null));
        if (!model.containsAttribute("words")) {
            model.addAttribute("words", Words.NONE);
        }
        return "desk-note";
    }

    @GetMapping("/desk/{note}/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID note) {
        return PaperFile.of(
                desk.paper(note).orElseThrow(NoSuchElementException::new), desk.number(note));
    }

    @PostMapping("/desk/{note}/acknowledge")
    String acknowledge(
            @PathVariable UUID note,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        return Outcome.of(desk.acknowledge(note, seen), "desk.acknowledged", "/desk/" + note, next);
    }

    @PostMapping("/desk/{note}/answers")
    String answer(
            @PathVariable UUID note,
            @RequestParam(required = false) @Nullable List<UUID> lines,
            @RequestParam AnswerKind kind,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String conditions,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reviewBody,
            @RequestParam(required = false) @Nullable UUID seen,
            RedirectAttributes next) {
        Words words = new Words(conditions, reasons, ground, reviewBody, "");
        List<Obstacle> obstacles =
                answering.give(
                        note,
                        lines == null ? List.of() : lines,
                        words.answer(kind, null, null),
                        Words.day(on),
                        seen);
        if (!obstacles.isEmpty()) {
            next.addFlashAttribute("words", words);
        }
        return Outcome.of(obstacles, "desk.answered", "/desk/" + note, next);
    }
}
