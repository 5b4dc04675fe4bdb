package org.nostos.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.Difference;
import org.nostos.lists.NewVersions;
import org.nostos.lists.NoSuchList;
import org.nostos.lists.RowSaying;
import org.nostos.lists.VersionDifferences;
import org.nostos.lists.VersionDifferences.Standing;
import org.nostos.lists.VersionDifferences.Word;
import org.nostos.lists.VersionPair;
import org.nostos.web.Said;
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

    private static final int LINES = 50;
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final VersionDifferences differences;
    private final NewVersions newVersions;
    private final ChangesLines lines;

    ChangesPages(VersionDifferences differences, NewVersions newVersions, ChangesLines lines) {
        this.differences = differences;
        this.newVersions = newVersions;
        this.lines = lines;
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
    String changes(
            @PathVariable UUID version,
            @RequestParam(required = false) @Nullable UUID against,
            @RequestParam(defaultValue = "VANISHED") Part part,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        AcceptedVersion newer = differences.version(version);
        AcceptedVersion older = older(newer, against);
        model.addAttribute("newer", newer);
        model.addAttribute("older", older);
        VersionPair pair = new VersionPair(older.id(), newer.id());
        switch (differences.between(pair, PATIENCE)) {
            case Standing.Running running -> model.addAttribute("job", running);
            case Standing.Ready(Difference difference) ->
                    model.addAttribute(
                            "page", page(older, newer, difference, part, Math.max(1, page)));
        }
        return "changes";
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
            AcceptedVersion older,
            AcceptedVersion newer,
            Difference difference,
            Part part,
            int number) {
        VersionPair pair = new VersionPair(older.id(), newer.id());
        List<RowSaying> said = differences.said(pair);
        List<Line> shown =
                lines.page(pair, difference, said, part, (number - 1) * LINES, LINES + 1);
        return new ChangesPage(
                older,
                newer,
                differences.ofList(newer.list()).stream()
                        .filter(version -> !version.id().equals(newer.id()))
                        .toList(),
                difference,
                difference.counts(),
                part,
                shown.stream().limit(LINES).toList(),
                number,
                shown.size() > LINES,
                older.party().equals(newer.party()),
                said);
    }
}
