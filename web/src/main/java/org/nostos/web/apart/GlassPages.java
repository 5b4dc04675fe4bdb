package org.nostos.web.apart;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.registry.BreakingGlass;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Glasses that were broken: one's own, and to second reviewers all of them, those that wait for an
/// acknowledgement first.
@Controller
class GlassPages {

    private static final int SHOWN = 100;

    private final BreakingGlass glass;

    GlassPages(BreakingGlass glass) {
        this.glass = glass;
    }

    @GetMapping("/glass")
    String openings(Model model) {
        Caller me = Caller.required();
        model.addAttribute("openings", glass.latest(SHOWN));
        model.addAttribute("supervises", me.role() == Role.SECOND_REVIEWER);
        model.addAttribute("waiting", glass.unacknowledged());
        model.addAttribute("me", me.account());
        return "glass";
    }

    @PostMapping("/glass/{opening}/close")
    String close(@PathVariable UUID opening, RedirectAttributes next) {
        return said(glass.close(opening), "glass.is-closed", next);
    }

    @PostMapping("/glass/{opening}/acknowledge")
    String acknowledge(
            @PathVariable UUID opening,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        return said(glass.acknowledge(opening, remark), "glass.is-acknowledged", next);
    }

    private static String said(List<Obstacle> obstacles, String done, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/glass";
    }
}
