package org.nostos.web.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Rule;
import org.nostos.basics.StateCode;
import org.nostos.cases.BoardsThen;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseBoards.NamedFlag;
import org.nostos.cases.CaseLists;
import org.nostos.cases.Rulebook;
import org.nostos.web.Times;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listing;
import org.nostos.web.listing.Listings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The boards over all cases: alarms, what is due from me, and the plan for a state.
@Controller
class BoardPages {

    private final CaseBoards boards;
    private final Listings listings;
    private final CaseColumns columns;
    private final MessageSource messages;
    private final Then then;

    BoardPages(
            CaseBoards boards,
            Listings listings,
            CaseColumns columns,
            MessageSource messages,
            Then then) {
        this.then = then;
        this.boards = boards;
        this.listings = listings;
        this.columns = columns;
        this.messages = messages;
    }

    @GetMapping("/alarms")
    Object alarms(Times times, Asked asked, Model model) {
        List<CaseLists.Alarm> alarms =
                times.areNow() ? boards.alarms() : then(times, asked, model).alarms();
        return listings.answer(
                "alarms",
                model,
                listings.of(
                        asked,
                        "alarms",
                        CasesPages.purpose(),
                        List.of(
                                Column.text("what", "due.what", this::says),
                                Column.number("cases", "due.cases", line -> line.of().cases()),
                                Column.text("since", "flagged.since", line -> line.of().oldest()),
                                law()),
                        alarms.stream()
                                .map(alarm -> new RuleLine<>(rule(alarm.rule()), alarm))
                                .toList()));
    }

    /// The cases under one rule: an alarm or a clock.
    @GetMapping("/alarms/{rule}")
    Object flagged(@PathVariable String rule, Times times, Asked asked, Model model) {
        model.addAttribute("rule", rule(rule));
        if (!times.areNow()) {
            List<CaseLists.Flagged> flags = then(times, asked, model).flagged(rule(rule).key());
            return listings.answer(
                    "flagged",
                    model,
                    listings.<NamedFlag>read(
                            asked,
                            "flagged",
                            CasesPages.purpose(),
                            columns.flagged(),
                            shown -> boards.flagged(flags, shown)));
        }
        return listings.answer(
                "flagged",
                model,
                listings.of(
                        asked,
                        "flagged",
                        CasesPages.purpose(),
                        columns.flagged(),
                        Map.of(),
                        FlaggedPages.of(boards, rule(rule).key(), asked)));
    }

    @GetMapping("/due")
    Object due(Times times, Asked asked, Model model) {
        List<CaseLists.Due> dues =
                times.areNow()
                        ? boards.due()
                        : then(times, asked, model)
                                .due(CaseBoards.mine(), times.at().on().plusDays(CaseBoards.AHEAD));
        model.addAttribute("ahead", CaseBoards.AHEAD);
        return listings.answer(
                "due",
                model,
                listings.of(
                        asked,
                        "due",
                        CasesPages.purpose(),
                        List.of(
                                Column.text("what", "due.what", this::says),
                                Column.number("cases", "due.cases", line -> line.of().cases()),
                                Column.number("late", "cases.late", line -> line.of().late()),
                                Column.text("first", "due.first", line -> line.of().first()),
                                law()),
                        dues.stream().map(due -> new RuleLine<>(rule(due.rule()), due)).toList()));
    }

    /// Who could go to a state, grouped by what each still lacks.
    @GetMapping("/plan")
    Object plan(
            @RequestParam(required = false) @Nullable StateCode state,
            @RequestParam(required = false) @Nullable String lacks,
            Times times,
            Asked asked,
            Model model) {
        BoardsThen past = times.areNow() ? null : then(times, asked, model);
        model.addAttribute("states", past == null ? boards.states() : past.states());
        model.addAttribute("state", state);
        model.addAttribute("lacks", lacks);
        if (state == null) {
            return "plan";
        }
        Listing<CaseLists.Group> groups =
                listings.of(
                        asked.in("groups"),
                        "groups",
                        CasesPages.purpose(),
                        List.of(
                                Column.number("people", "plan.people", CaseLists.Group::people),
                                Column.number("count", "plan.count", group -> group.lacks().size()),
                                Column.<CaseLists.Group>text(
                                                "lacks",
                                                "plan.lacks",
                                                group -> lacks(group.lacks()))
                                        .still()),
                        past == null ? boards.plan(state) : past.plan(state));
        return lacks == null
                ? listings.answer("plan", model, groups)
                : listings.answer("plan", model, groups, people(state, keys(lacks), past, asked));
    }

    private Listing<CaseBoards.Named> people(
            StateCode state, List<String> lacks, @Nullable BoardsThen past, Asked asked) {
        if (past != null) {
            return listings.read(
                    asked,
                    "cases",
                    CasesPages.purpose(),
                    columns.still(),
                    shown -> boards.named(past.inGroup(state, lacks), shown));
        }
        return listings.of(
                asked,
                "cases",
                CasesPages.purpose(),
                columns.still(),
                Map.of(),
                new GroupPages(boards, state, lacks));
    }

    private BoardsThen then(Times times, Asked asked, Model model) {
        return then.boards(times, asked, model).orElseGet(() -> Then.none(times));
    }

    private <T> Column<RuleLine<T>> law() {
        return Column.<RuleLine<T>>text(
                        "law",
                        "due.law",
                        line ->
                                line.rule().citations().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining("; ")))
                .still();
    }

    private String says(RuleLine<?> line) {
        return says(line.rule().key());
    }

    private String lacks(List<String> keys) {
        return keys.stream().map(this::says).collect(Collectors.joining("; "));
    }

    private String says(String rule) {
        return messages.getMessage("rule." + rule, null, LocaleContextHolder.getLocale());
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
