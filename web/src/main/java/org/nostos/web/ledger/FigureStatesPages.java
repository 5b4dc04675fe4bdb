package org.nostos.web.ledger;

import java.util.Locale;
import java.util.NoSuchElementException;
import org.nostos.basics.StateCode;
import org.nostos.ledger.StateSheet;
import org.nostos.ledger.StateSheet.Part;
import org.nostos.ledger.StatesInPublic;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The states of which the ledger speaks, and what each was said to hold, to be asked for and to take back.
@Controller
class FigureStatesPages {

    private final StatesInPublic states;

    FigureStatesPages(StatesInPublic states) {
        this.states = states;
    }

    @GetMapping("/figures/states")
    String states(Locale language, Model model) {
        model.addAttribute("states", states.all(language));
        return "figure-states";
    }

    @GetMapping("/figures/states/{code}")
    String state(@PathVariable String code, Locale language, Model model) {
        if (!code.matches("[A-Z]{3}")) {
            throw new NoSuchElementException("no state has this code");
        }
        StateSheet sheet =
                states.sheet(new StateCode(code), language)
                        .orElseThrow(NoSuchElementException::new);
        model.addAttribute("sheet", sheet);
        model.addAttribute("all", Part.values());
        return "figure-state";
    }
}
