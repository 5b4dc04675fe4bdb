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
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.MappingMemory;
import org.nostos.lists.Receiving;
import org.nostos.lists.Remembered;
import org.nostos.lists.RowProblem;
import org.nostos.lists.Survey;
import org.nostos.parties.Caller;
import org.nostos.registry.Families;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pages of lists. They decide nothing: who may do what is decided by the rooms and the database.
@Controller
class ListsPages {

    private static final List<Column<ListLine>> COLUMNS =
            List.of(
                    Column.text("list", "lists.list", ListLine::title),
                    Column.<ListLine>text("from", "lists.from", ListLine::party).choice(),
                    Column.text("as-of", "lists.as-of", ListLine::asOf),
                    Column.text("handed-in", "lists.handed-in", ListLine::receivedAt),
                    Column.number("rows", "lists.rows", ListLine::rows),
                    Column.number("good", "lists.good", ListLine::good),
                    Column.word("status", "lists.status", "lists.status.", ListLine::status));

    private static final int PROBLEMS_SHOWN = 20;
    private static final int MOST_PROBLEMS = 2_000;
    private static final int HOUSEHOLDS_SHOWN = 20;

    private final ListReading reading;
    private final Receiving receiving;
    private final Deciding deciding;
    private final MappingMemory memory;
    private final Families families;
    private final MendingPanels mending;
    private final FaultWords words;
    private final Dates dates;
    private final VersionsPanels panels;
    private final Listings listings;

    ListsPages(
            ListReading reading,
            Receiving receiving,
            Deciding deciding,
            MappingMemory memory,
            Families families,
            MendingPanels mending,
            FaultWords words,
            Dates dates,
            VersionsPanels panels,
            Listings listings) {
        this.reading = reading;
        this.receiving = receiving;
        this.deciding = deciding;
        this.memory = memory;
        this.families = families;
        this.mending = mending;
        this.words = words;
        this.dates = dates;
        this.panels = panels;
        this.listings = listings;
    }

    @GetMapping("/lists")
    Object lists(Asked asked, Model model) {
        List<ListLine> lines = reading.all().stream().map(ListLine::of).toList();
        model.addAttribute("titles", reading.titles());
        model.addAttribute("handsIn", Caller.required().role() == Role.INTAKE_OFFICER);
        return listings.answer(
                "lists", model, listings.of(asked, "received", Purpose.INTAKE, COLUMNS, lines));
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
        ListStatus status = reading.status(version);
        if (!status.isWorkedOn()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("id", version);
        model.addAttribute("status", status);
        model.addAttribute("progress", reading.progress(version));
        return "list :: progress";
    }

    @PostMapping("/lists/{version}/layout")
    String layOut(
            @PathVariable UUID version, @ModelAttribute LayoutForm form, RedirectAttributes next) {
        List<Obstacle> obstacles = deciding.layOut(version, form.layout(reading.read(version)));
        if (obstacles.isEmpty()) {
            Said.done(next, "lists.laid-out");
        } else {
            Said.refused(next, obstacles);
        }
        return at(version);
    }

    @PostMapping("/lists/{version}/columns")
    String map(
            @PathVariable UUID version,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next) {
        ColumnForm sent = ColumnForm.sent(form);
        if (form.containsKey("preview")) {
            return show(reading.read(version), sent, false, model);
        }
        List<Obstacle> obstacles = new ArrayList<>();
        Optional<Mapping> mapping = sent.mapping(obstacles);
        mapping.ifPresent(chosen -> obstacles.addAll(deciding.map(version, chosen)));
        if (!obstacles.isEmpty()) {
            model.addAttribute("obstacles", obstacles);
            return show(reading.read(version), sent, false, model);
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

    /// The page of a version; with what stands in the form of its columns, if somebody sent it.
    private String show(ListVersion version, @Nullable ColumnForm sent, boolean all, Model model) {
        Survey survey = version.survey().orElse(null);
        Caller caller = Caller.required();
        boolean mayDecide =
                caller.role() == Role.INTAKE_OFFICER && caller.party().equals(version.party());
        Remembered remembered =
                survey == null || sent != null || version.mapping().isPresent()
                        ? null
                        : memory.proposalFor(survey).orElse(null);
        ColumnForm form = survey == null ? null : form(version, survey, sent, remembered);
        int most = all ? MOST_PROBLEMS : PROBLEMS_SHOWN;
        List<RowProblem> problems = reading.problems(version, most);
        model.addAttribute("mending", mending.of(version, problems, mayDecide));
        model.addAttribute(
                "page",
                new ListPage(
                        version,
                        mayDecide,
                        survey == null || form == null
                                ? List.of()
                                : ColumnLine.of(survey.columns(), form),
                        form != null && form.setIn(),
                        remembered,
                        form == null ? null : Preview.of(reading.preview(version, form.look())),
                        mayDecide ? LayoutPanel.of(version) : null,
                        ProblemLine.of(problems, words),
                        version.status().isWorkedOn() ? reading.progress(version.id()) : null,
                        HouseholdLine.of(families.ofVersion(version.id(), HOUSEHOLDS_SHOWN)),
                        families.countOfVersion(version.id())));
        model.addAttribute("versions", panels.of(version));
        model.addAttribute("choices", UseChoices.GROUPS);
        model.addAttribute("previewed", sent != null);
        return "list";
    }

    private static ColumnForm form(
            ListVersion version,
            Survey survey,
            @Nullable ColumnForm sent,
            @Nullable Remembered remembered) {
        if (sent != null) {
            return sent;
        }
        if (remembered != null) {
            return ColumnForm.remembered(remembered, survey);
        }
        return version.mapping()
                .map(chosen -> ColumnForm.of(chosen.mapping()))
                .orElseGet(() -> ColumnForm.proposed(survey));
    }

    private static String at(UUID version) {
        return "redirect:/lists/" + version;
    }
}
