package org.nostos.web.retention;

import java.util.List;
import org.nostos.basics.Obstacle;
import org.nostos.parties.HouseSetup;
import org.nostos.retention.ReadyForProduction;
import org.nostos.web.HouseMode;
import org.nostos.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What an administrator sets for the whole house, and what is still missing before it may be opened.
@Controller
class SettingsPages {

    private final HouseSetup setup;
    private final ReadyForProduction ready;
    private final HouseMode mode;

    SettingsPages(HouseSetup setup, ReadyForProduction ready, HouseMode mode) {
        this.setup = setup;
        this.ready = ready;
        this.mode = mode;
    }

    @GetMapping("/settings")
    String settings(Model model) {
        model.addAttribute("controller", setup.controller().orElse(null));
        model.addAttribute("body", setup.reviewBody().orElse(null));
        model.addAttribute("missing", ready.missing(mode.secondFactor()));
        model.addAttribute("production", mode.production());
        return "settings";
    }

    @PostMapping("/settings/controller")
    String controller(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String legalBasis,
            RedirectAttributes next) {
        return said(
                setup.nameController(name, address, contact, legalBasis),
                "settings.controller-named",
                next);
    }

    @PostMapping("/settings/review-body")
    String reviewBody(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String mandate,
            RedirectAttributes next) {
        return said(setup.nameReviewBody(name, mandate), "settings.body-named", next);
    }

    private static String said(List<Obstacle> obstacles, String done, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/settings";
    }
}
