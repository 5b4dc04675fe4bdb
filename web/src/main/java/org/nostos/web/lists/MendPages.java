package org.nostos.web.lists;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.lists.Cure;
import org.nostos.lists.Mending;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The cures of rows that need a look: given, and taken back.
@Controller
class MendPages {

    private static final String TAKE_BACK = "TAKE_BACK";
    private static final String EVERY_YEAR = "EVERY_YEAR";

    private final Mending mending;

    MendPages(Mending mending) {
        this.mending = mending;
    }

    @PostMapping("/lists/{version}/mend")
    String mend(
            @PathVariable UUID version,
            @RequestParam(defaultValue = "0") long line,
            @RequestParam String cure,
            RedirectAttributes next) {
        List<Obstacle> obstacles = mend(version, line, cure);
        if (obstacles.isEmpty()) {
            Said.done(next, cure.equals(TAKE_BACK) ? "lists.mend-taken-back" : "lists.mended");
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/lists/" + version + "#rows";
    }

    private List<Obstacle> mend(UUID version, long line, String cure) {
        if (cure.equals(TAKE_BACK)) {
            return mending.takeBack(version, line);
        }
        if (cure.equals(EVERY_YEAR)) {
            return mending.keepEveryYear(version);
        }
        Optional<Cure> named = Cure.named(cure);
        return named.map(known -> mending.mend(version, line, known))
                .orElseGet(() -> List.of(Obstacle.of("obstacle.lists.no-cure")));
    }
}
