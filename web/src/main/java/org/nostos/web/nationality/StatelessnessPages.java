package org.nostos.web.nationality;

import org.nostos.identity.Statelessness;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Who is at risk of having no nationality.
@Controller
class StatelessnessPages {

    private final Statelessness statelessness;

    StatelessnessPages(Statelessness statelessness) {
        this.statelessness = statelessness;
    }

    @GetMapping("/statelessness")
    String statelessness(Model model) {
        model.addAttribute("lines", statelessness.all());
        return "statelessness";
    }
}
