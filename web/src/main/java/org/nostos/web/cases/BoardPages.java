package org.nostos.web.cases;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Rule;
import org.nostos.basics.StateCode;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseLists;
import org.nostos.cases.Rulebook;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The boards over all cases: alarms, what is due from me, and the plan for a state.
@Controller
class BoardPages {

    private static final int LINES = 50;

    private final CaseBoards boards;

    BoardPages(CaseBoards boards) {
        this.boards = boards;
    }

    @GetMapping("/alarms")
    String alarms(Model model) {
        model.addAttribute(
                "alarms",
                boards.alarms().stream().map(a -> new RuleLine<>(rule(a.rule()), a)).toList());
        return "alarms";
    }

    /// The cases under one rule: an alarm or a clock.
    @GetMapping("/alarms/{rule}")
    String flagged(
            @PathVariable String rule, @RequestParam(defaultValue = "1") int page, Model model) {
        int number = Math.max(1, page);
        List<CaseBoards.NamedFlag> lines =
                boards.flagged(
                        rule(rule).key(),
                        CaseLists.FlagOrder.DUE,
                        false,
                        (number - 1) * LINES,
                        LINES + 1);
        model.addAttribute("rule", rule(rule));
        model.addAttribute("lines", lines.stream().limit(LINES).toList());
        model.addAttribute("number", number);
        model.addAttribute("more", lines.size() > LINES);
        return "flagged";
    }

    @GetMapping("/due")
    String due(Model model) {
        model.addAttribute(
                "due", boards.due().stream().map(d -> new RuleLine<>(rule(d.rule()), d)).toList());
        model.addAttribute("ahead", CaseBoards.AHEAD);
        return "due";
    }

    /// Who could go to a state, grouped by what each still lacks.
    @GetMapping("/plan")
    String plan(
            @RequestParam(required = false) @Nullable StateCode state,
            @RequestParam(required = false) @Nullable String lacks,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int number = Math.max(1, page);
        model.addAttribute("states", boards.states());
        model.addAttribute("state", state);
        model.addAttribute("groups", state == null ? List.of() : boards.plan(state));
        model.addAttribute("lacks", lacks);
        model.addAttribute("number", number);
        List<CaseBoards.Named> lines =
                state == null || lacks == null
                        ? List.of()
                        : boards.inGroup(state, keys(lacks), (number - 1) * LINES, LINES + 1);
        model.addAttribute("lines", lines.stream().limit(LINES).toList());
        model.addAttribute("more", lines.size() > LINES);
        return "plan";
    }

    /// A line of a board with the rule it is about.
    record RuleLine<T>(Rule rule, T of) {}

    private static List<String> keys(String lacks) {
        return Arrays.stream(lacks.split(",")).filter(key -> !key.isEmpty()).toList();
    }

    private static Rule rule(String key) {
        return Rulebook.named(key).orElseThrow(java.util.NoSuchElementException::new);
    }
}
