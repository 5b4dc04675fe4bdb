package org.nostos.web.requests;

import java.util.List;
import org.nostos.basics.Obstacle;
import org.nostos.web.Said;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leads to the next page, which says what an act came to.
final class Outcome {

    private Outcome() {}

    static String of(List<Obstacle> obstacles, String done, String path, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:" + path;
    }
}
