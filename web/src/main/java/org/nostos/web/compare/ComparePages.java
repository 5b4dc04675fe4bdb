package org.nostos.web.compare;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.identity.ListAgainstList;
import org.nostos.identity.ListAgainstList.Answer;
import org.nostos.identity.ListAgainstList.Copy;
import org.nostos.identity.SideBySide;
import org.nostos.identity.SideBySide.Part;
import org.nostos.identity.SideBySide.Row;
import org.nostos.identity.SideLine;
import org.nostos.web.Said;
import org.nostos.web.TableFile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One list set against another. Whose lists may be chosen is decided by the room.
@Controller
class ComparePages {

    private static final int LINES = 50;
    private static final int MOST_PRINTED = 5_000;

    private final ListAgainstList against;
    private final SideCells cells;

    ComparePages(ListAgainstList against, SideCells cells) {
        this.against = against;
        this.cells = cells;
    }

    @GetMapping("/compare")
    String compare(
            @RequestParam(required = false) @Nullable UUID left,
            @RequestParam(required = false) @Nullable UUID right,
            @RequestParam(required = false) @Nullable Part part,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("choices", against.choices());
        model.addAttribute("left", left);
        model.addAttribute("right", right);
        if (left == null || right == null) {
            return "compare";
        }
        if (left.equals(right)) {
            model.addAttribute("obstacles", List.of(Obstacle.of("obstacle.compare.one-list")));
            return "compare";
        }
        switch (against.compare(left, right)) {
            case Answer.Running running -> model.addAttribute("job", running);
            case Answer.Done(SideBySide sides) ->
                    model.addAttribute("page", page(sides, part, Math.max(1, page)));
        }
        return "compare";
    }

    private ComparePage page(SideBySide sides, @Nullable Part part, int number) {
        List<Row> rows = sides.of(part);
        List<Row> shown = rows.stream().skip((number - 1L) * LINES).limit(LINES).toList();
        return new ComparePage(
                sides,
                sides.counts(),
                part,
                against.read(sides, shown),
                number,
                rows.size() > (long) number * LINES);
    }

    @GetMapping("/compare/progress")
    String progress(
            @RequestParam UUID left,
            @RequestParam UUID right,
            Model model,
            HttpServletResponse response) {
        Answer answer = against.compare(left, right);
        if (!(answer instanceof Answer.Running)) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("left", left);
        model.addAttribute("right", right);
        model.addAttribute(
                "job",
                answer instanceof Answer.Running running ? running : new Answer.Running(1, 1));
        return "compare :: progress";
    }

    @PostMapping("/compare/print")
    String print(
            @RequestParam UUID left,
            @RequestParam UUID right,
            @RequestParam(required = false) @Nullable Part part,
            @RequestParam(defaultValue = "") String purpose,
            Model model,
            RedirectAttributes next) {
        if (!(against.compare(left, right) instanceof Answer.Done(SideBySide sides))) {
            return refused("obstacle.compare.still-comparing", left, right, part, next);
        }
        List<Row> rows = sides.of(part);
        if (rows.size() > MOST_PRINTED) {
            return refused("obstacle.compare.too-long", left, right, part, next);
        }
        return switch (against.print(sides, rows, purpose)) {
            case Copy.Refused<List<SideLine>>(List<Obstacle> obstacles) ->
                    refused(obstacles.getFirst().code(), left, right, part, next);
            case Copy.Made<List<SideLine>>(UUID act, List<SideLine> lines) -> {
                model.addAttribute("act", act);
                model.addAttribute("purpose", purpose.strip());
                model.addAttribute(
                        "page", new ComparePage(sides, sides.counts(), part, lines, 1, false));
                yield "compare-print";
            }
        };
    }

    @PostMapping("/compare/file")
    Object file(
            @RequestParam UUID left,
            @RequestParam UUID right,
            @RequestParam(required = false) @Nullable Part part,
            @RequestParam TableFile format,
            @RequestParam(defaultValue = "") String purpose,
            RedirectAttributes next) {
        if (!(against.compare(left, right) instanceof Answer.Done(SideBySide sides))) {
            return refused("obstacle.compare.still-comparing", left, right, part, next);
        }
        Copy<byte[]> copy =
                against.export(
                        sides,
                        sides.of(part),
                        purpose,
                        lines -> format.write(cells.of(sides, lines)));
        return switch (copy) {
            case Copy.Refused<byte[]>(List<Obstacle> obstacles) ->
                    refused(obstacles.getFirst().code(), left, right, part, next);
            case Copy.Made<byte[]>(UUID act, byte[] made) ->
                    ResponseEntity.status(HttpStatus.OK)
                            .contentType(MediaType.parseMediaType(format.type()))
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    "attachment; filename=\"list-against-list."
                                            + format.ending()
                                            + "\"")
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .body(made);
        };
    }

    private static String refused(
            String code, UUID left, UUID right, @Nullable Part part, RedirectAttributes next) {
        Said.refused(next, Stream.of(code).map(Obstacle::of).toList());
        next.addAttribute("left", left);
        next.addAttribute("right", right);
        if (part != null) {
            next.addAttribute("part", part);
        }
        return "redirect:/compare";
    }
}
