package org.nostos.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.Difference;
import org.nostos.lists.NewVersions;
import org.nostos.lists.NoSuchList;
import org.nostos.lists.VersionDifferences;
import org.nostos.lists.VersionDifferences.Standing;
import org.nostos.lists.VersionDifferences.Word;
import org.nostos.lists.VersionPair;
import org.nostos.web.Said;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listing;
import org.nostos.web.listing.Listings;
import org.nostos.web.listing.Stored;
import org.nostos.web.lists.ChangesPage.Line;
import org.nostos.web.lists.ChangesPage.Part;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Versions of a list: which list a file is a version of, and what differs between two of them.
@Controller
class ChangesPages {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final VersionDifferences differences;
    private final NewVersions newVersions;
    private final ChangesLines lines;
    private final ChangesColumns columns;
    private final Listings listings;

    ChangesPages(
            VersionDifferences differences,
            NewVersions newVersions,
            ChangesLines lines,
            ChangesColumns columns,
            Listings listings) {
        this.differences = differences;
        this.newVersions = newVersions;
        this.lines = lines;
        this.columns = columns;
        this.listings = listings;
    }

    @PostMapping("/lists/{version}/of")
    String of(@PathVariable UUID version, @RequestParam UUID list, RedirectAttributes next) {
        List<Obstacle> obstacles = newVersions.say(version, list);
        if (obstacles.isEmpty()) {
            Said.done(next, "versions.said");
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/lists/" + version;
    }

    @GetMapping("/lists/{version}/changes")
    Object changes(
            @PathVariable UUID version,
            @RequestParam(required = false) @Nullable UUID against,
            @RequestParam(defaultValue = "VANISHED") Part part,
            Asked asked,
            Model model) {
        AcceptedVersion newer = differences.version(version);
        AcceptedVersion older = older(newer, against);
        model.addAttribute("newer", newer);
        model.addAttribute("older", older);
        VersionPair pair = new VersionPair(older.id(), newer.id());
        return switch (differences.between(pair, PATIENCE)) {
            case Standing.Running running -> {
                model.addAttribute("job", running);
                yield "changes";
            }
            case Standing.Ready(Difference difference) -> {
                ChangesPage page = page(older, newer, difference, part);
                model.addAttribute("page", page);
                yield listings.answer("changes", model, list(asked, pair, page));
            }
        };
    }

    private Listing<Line> list(Asked asked, VersionPair pair, ChangesPage page) {
        Stored<Line> rows =
                new Stored<>() {
                    @Override
                    public List<Line> page(int offset, int most) {
                        return lines.page(
                                pair, page.difference(), page.said(), page.part(), offset, most);
                    }

                    @Override
                    public long whole() {
                        return page.of(page.part());
                    }

                    @Override
                    public List<Line> read(UnaryOperator<List<Line>> shown) {
                        return lines.read(pair, page.difference(), page.said(), page.part(), shown);
                    }
                };
        return listings.of(
                asked,
                "changes",
                Purpose.INTAKE,
                columns.of(page.part()),
                columns.choices(page.part()),
                rows);
    }

    @GetMapping("/lists/{version}/changes/progress")
    String progress(
            @PathVariable UUID version,
            @RequestParam UUID against,
            Model model,
            HttpServletResponse response) {
        AcceptedVersion newer = differences.version(version);
        model.addAttribute("newer", newer);
        model.addAttribute("older", older(newer, against));
        Standing standing = differences.between(new VersionPair(against, version), Duration.ZERO);
        if (standing instanceof Standing.Running running) {
            model.addAttribute("job", running);
        } else {
            response.setHeader("HX-Refresh", "true");
            model.addAttribute("job", new Standing.Running(1, 1));
        }
        return "changes :: progress";
    }

    @PostMapping("/lists/{version}/changes")
    String say(
            @PathVariable UUID version,
            @RequestParam UUID against,
            @RequestParam UUID older,
            @RequestParam UUID newer,
            @RequestParam Word word,
            @RequestParam(defaultValue = "PERHAPS") Part part,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        List<Obstacle> obstacles =
                differences.say(new VersionPair(against, version), older, newer, word, reason);
        if (obstacles.isEmpty()) {
            Said.done(next, "changes.said." + word);
        } else {
            Said.refused(next, obstacles);
        }
        next.addAttribute("against", against);
        next.addAttribute("part", part);
        return "redirect:/lists/" + version + "/changes";
    }

    private AcceptedVersion older(AcceptedVersion newer, @Nullable UUID against) {
        return against == null
                ? differences.before(newer).orElseThrow(() -> new NoSuchList(newer.id()))
                : differences.version(against);
    }

    private ChangesPage page(
            AcceptedVersion older, AcceptedVersion newer, Difference difference, Part part) {
        VersionPair pair = new VersionPair(older.id(), newer.id());
        return new ChangesPage(
                older,
                newer,
                differences.ofList(newer.list()).stream()
                        .filter(version -> !version.id().equals(newer.id()))
                        .toList(),
                difference,
                difference.counts(),
                part,
                older.party().equals(newer.party()),
                differences.said(pair));
    }
}
