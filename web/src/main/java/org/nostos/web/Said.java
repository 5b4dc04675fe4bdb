package org.nostos.web;

import java.util.List;
import org.nostos.basics.Obstacle;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the next page says about the act that led to it: that it is done, or all that stands in the way.
///
/// The frame shows it once, above the page. Its words come from the bundle and never name a person.
public final class Said {

    private Said() {}

    /// Lets the next page say that the act is done. `arguments` (numbers, names of lists) fill the
    /// message.
    public static void done(RedirectAttributes next, String message, Object... arguments) {
        next.addFlashAttribute("done", message);
        next.addFlashAttribute("doneWith", List.of(arguments));
    }

    /// Lets the next page say what stands in the way.
    public static void refused(RedirectAttributes next, List<Obstacle> obstacles) {
        next.addFlashAttribute("obstacles", obstacles);
    }
}
