package org.nostos.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.Receiving;
import org.nostos.lists.Survey;
import org.nostos.parties.Caller;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pages of lists. They decide nothing: who may do what is decided by the rooms and the database.
@Controller
class ListsPages {

    private static final int PROBLEMS_SHOWN = 20;
    private static final int MOST_PROBLEMS = 2_000;

    private final ListReading reading;
    private final Receiving receiving;
    private final Deciding deciding;
    private final FaultWords words;
    private final Dates dates;

    ListsPages(
            ListReading reading,
            Receiving receiving,
            Deciding deciding,
            FaultWords words,
            Dates dates) {
        this.reading = reading;
        this.receiving = receiving;
        this.deciding = deciding;
        this.words = words;
        this.dates = dates;
    }

    @GetMapping("/lists")
    String lists(Model model) {
        model.addAttribute("lines", reading.all().stream().map(ListLine::of).toList());
        model.addAttribute("titles", reading.titles());
        model.addAttribute("handsIn", Caller.required().role() == Role.INTAKE_OFFICER);
        return "lists";
    }

    @PostMapping(path = "/lists", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String handIn(
            @RequestParam(required = false) @Nullable UUID list,
            @RequestParam(defaultValue = "") String title,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf,
            @RequestParam MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        Receiving.Slip slip = new Receiving.Slip(list, title, asOf);
        return switch (receiving.receive(slip, file::getInputStream)) {
            case Receiving.Receipt.Received received -> at(received.version());
            case Receiving.Receipt.SeenBefore before -> seenBefore(before.version(), next);
            case Receiving.Receipt.Refused refused -> {
                Said.refused(next, refused.obstacles());
                yield "redirect:/lists";
            }
        };
    }

    private String seenBefore(ListVersion version, RedirectAttributes next) {
        String when = dates.moment(version.receivedAt());
        String by = version.receivedBy();
        if (by == null) {
            Said.done(next, "lists.seen-before", when);
        } else {
            Said.done(next, "lists.seen-before-by", when, by);
        }
        return at(version.id());
    }

    @GetMapping("/lists/{version}")
    String list(
            @PathVariable UUID version,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        return show(reading.read(version), null, all, model);
    }

    @GetMapping("/lists/{version}/progress")
    String progress(@PathVariable UUID version, Model model, HttpServletResponse response) {
        if (reading.status(version) != ListStatus.MAPPED) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("id", version);
        model.addAttribute("progress", reading.progress(version));
        return "list :: progress";
    }

    @PostMapping("/lists/{version}/columns")
    String map(
            @PathVariable UUID version,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next) {
        List<String> uses = form.getOrDefault("use", List.of());
        if (form.containsKey("preview")) {
            return show(reading.read(version), uses, false, model);
        }
        List<Obstacle> obstacles = new ArrayList<>();
        Optional<Mapping> mapping = mapping(uses, obstacles);
        mapping.ifPresent(chosen -> obstacles.addAll(deciding.map(version, chosen)));
        if (!obstacles.isEmpty()) {
            model.addAttribute("obstacles", obstacles);
            return show(reading.read(version), uses, false, model);
        }
        Said.done(next, "lists.mapped");
        return at(version);
    }

    @PostMapping("/lists/{version}/accept")
    String accept(@PathVariable UUID version, RedirectAttributes next) {
        List<Obstacle> obstacles = deciding.accept(version);
        if (obstacles.isEmpty()) {
            Said.done(next, "lists.accepted");
        } else {
            Said.refused(next, obstacles);
        }
        return at(version);
    }

    @PostMapping("/lists/{version}/refuse")
    String refuse(
            @PathVariable UUID version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        List<Obstacle> obstacles = deciding.refuse(version, reason);
        if (obstacles.isEmpty()) {
            Said.done(next, "lists.refused");
        } else {
            Said.refused(next, obstacles);
        }
        return at(version);
    }

    @GetMapping("/lists/{version}/rows.csv")
    ResponseEntity<byte[]> problems(@PathVariable UUID version) {
        List<ProblemLine> lines = ProblemLine.of(reading.problemsToSendBack(version), words);
        List<String> headings =
                List.of(
                        words.words("lists.problems.line"),
                        words.words("lists.problems.column"),
                        words.words("lists.problems.received"),
                        words.words("lists.problems.why"),
                        words.words("lists.problems.then"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rows.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(ProblemLine.csv(headings, lines).getBytes(StandardCharsets.UTF_8));
    }

    /// The page of a version; with `uses` from a form, as the columns would be read then.
    private String show(
            ListVersion version, @Nullable List<String> uses, boolean all, Model model) {
        Survey survey = version.survey().orElse(null);
        List<ColumnLine> columns = survey == null ? List.of() : columns(version, survey, uses);
        Preview preview = survey == null ? null : preview(survey, columns);
        Caller caller = Caller.required();
        boolean mayDecide =
                caller.role() == Role.INTAKE_OFFICER && caller.party().equals(version.party());
        int most = all ? MOST_PROBLEMS : PROBLEMS_SHOWN;
        model.addAttribute(
                "page",
                new ListPage(
                        version,
                        mayDecide,
                        columns,
                        preview,
                        ProblemLine.of(reading.problems(version, most), words),
                        version.status() == ListStatus.MAPPED
                                ? reading.progress(version.id())
                                : null));
        model.addAttribute("choices", ColumnLine.choices());
        model.addAttribute("previewed", uses != null);
        return "list";
    }

    private static List<ColumnLine> columns(
            ListVersion version, Survey survey, @Nullable List<String> uses) {
        if (uses != null) {
            return ColumnLine.chosen(survey.columns(), uses);
        }
        return version.mapping()
                .map(chosen -> chosen.mapping().uses().stream().map(ColumnUse::key).toList())
                .map(keys -> ColumnLine.chosen(survey.columns(), keys))
                .orElseGet(() -> ColumnLine.proposed(survey.columns()));
    }

    /// The preview reads a column that is still open as kept.
    private Preview preview(Survey survey, List<ColumnLine> columns) {
        List<ColumnUse> uses =
                columns.stream()
                        .map(line -> ColumnUse.parse(line.chosen()).orElse(ColumnUse.KEPT))
                        .toList();
        return Preview.of(reading.preview(survey, new Mapping(uses)));
    }

    private static Optional<Mapping> mapping(List<String> keys, List<Obstacle> obstacles) {
        List<ColumnUse> uses = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Optional<ColumnUse> use = ColumnUse.parse(keys.get(i));
            if (use.isEmpty()) {
                obstacles.add(Obstacle.of("obstacle.lists.unanswered", Integer.toString(i + 1)));
            }
            use.ifPresent(uses::add);
        }
        return obstacles.isEmpty() ? Optional.of(new Mapping(uses)) : Optional.empty();
    }

    private static String at(UUID version) {
        return "redirect:/lists/" + version;
    }
}
