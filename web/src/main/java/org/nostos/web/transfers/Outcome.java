package org.nostos.web.transfers;

import java.util.List;
import org.nostos.basics.Obstacle;
import org.nostos.web.Said;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leads to the next page, which says what an act came to.
final class Outcome {

    private Outcome() {}

    static String of(
            List<Obstacle> obstacles, String path, TransferForm form, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, "transfer.step-taken");
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
        }
        return "redirect:" + path;
    }
}
