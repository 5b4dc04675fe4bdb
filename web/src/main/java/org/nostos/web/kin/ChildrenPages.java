package org.nostos.web.kin;

import org.nostos.registry.Children;
import org.nostos.registry.Children.Which;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Children for whom something is due.
@Controller
class ChildrenPages {

    private final Children children;

    ChildrenPages(Children children) {
        this.children = children;
    }

    @GetMapping("/children")
    String children(@RequestParam(defaultValue = "SOON_OF_AGE") Which which, Model model) {
        model.addAttribute("which", which);
        model.addAttribute("parts", Which.values());
        model.addAttribute("lines", children.page(which));
        return "children";
    }
}
