package org.nostos.web.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.BoardsThen;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseFile;
import org.nostos.cases.CaseLists;
import org.nostos.cases.CaseLists.Wanted;
import org.nostos.cases.Cases;
import org.nostos.cases.Cases.Opening;
import org.nostos.cases.Step;
import org.nostos.identity.MeantByName;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.parties.Caller;
import org.nostos.web.Said;
import org.nostos.web.Times;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// All cases, and one of them whole: its tracks and what stands in the way of the next step.
@Controller
class CasesPages {

    private final Cases cases;
    private final CaseBoards boards;
    private final People people;
    private final MessageSource messages;
    private final Listings listings;
    private final CaseColumns columns;
    private final MeantByName names;
    private final Then then;

    CasesPages(
            Cases cases,
            CaseBoards boards,
            People people,
            MessageSource messages,
            Listings listings,
            CaseColumns columns,
            MeantByName names,
            Then then) {
        this.names = names;
        this.then = then;
        this.listings = listings;
        this.columns = columns;
        this.cases = cases;
        this.boards = boards;
        this.people = people;
        this.messages = messages;
    }

    /// Every case; the filter takes a name in any script, or the start of a case's or a person's number.
    @GetMapping("/cases")
    Object cases(
            @RequestParam(required = false) @Nullable String word,
            @RequestParam(required = false) CaseColumns.@Nullable Only only,
            Times times,
            Asked asked,
            Model model) {
        String state = word == null || word.isBlank() ? null : word;
        if (!times.areNow()) {
            return then(state, times, asked, model);
        }
        MeantCases meant = MeantCases.by(asked.words(), names);
        Wanted wanted =
                meant.of(state, only == CaseColumns.Only.ALARMED, only == CaseColumns.Only.LATE);
        model.addAttribute("narrow", meant.more());
        model.addAttribute("count", boards.count());
        model.addAttribute("words", boards.words());
        model.addAttribute("word", state);
        return listings.answer(
                "cases",
                model,
                listings.of(
                        asked,
                        "cases",
                        purpose(),
                        columns.cases(),
                        Map.of("only", List.of(CaseColumns.Only.values())),
                        new CasePages(boards, wanted, Wanted.withWord(state), asked)));
    }

    private Object then(@Nullable String word, Times times, Asked asked, Model model) {
        BoardsThen past = then.boards(times, asked, model).orElseGet(() -> Then.none(times));
        model.addAttribute("count", new CaseLists.Count(past.cases().size(), 0));
        model.addAttribute("words", past.words());
        model.addAttribute("word", word);
        return listings.answer(
                "cases",
                model,
                listings.<CaseBoards.Named>read(
                        asked,
                        "cases",
                        purpose(),
                        columns.cases(),
                        shown -> boards.named(past.lines(word), shown)));
    }

    static Purpose purpose() {
        return Caller.required().role() == Role.LEGAL_REVIEWER
                ? Purpose.LEGAL_REVIEW
                : Purpose.CASEWORK;
    }

    /// Opens a case for a person, or for everybody on a version of a list.
    @PostMapping("/cases")
    String open(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        Opening came =
                version != null
                        ? cases.openAll(version, reason)
                        : cases.open(person == null ? List.of() : List.of(person), reason);
        if (came.obstacles().isEmpty()) {
            Said.done(next, "cases.opened", came.opened());
        } else {
            Said.refused(next, came.obstacles());
        }
        return person == null ? "redirect:/cases" : "redirect:/cases/" + person;
    }

    @GetMapping("/cases/{person}")
    String one(
            @PathVariable UUID person,
            Times times,
            @RequestParam(defaultValue = "TRANSFER") Step.Kind step,
            @RequestParam(required = false) @Nullable StateCode to,
            Model model) {
        CaseFile file = cases.file(person, times.at()).orElseThrow(NoSuchElementException::new);
        PersonFile known = people.file(person).orElseThrow(NoSuchElementException::new);
        StateCode destination = to != null ? to : firstOf(file);
        model.addAttribute("file", file);
        model.addAttribute("known", known);
        model.addAttribute("line", Timeline.of(file));
        model.addAttribute("steps", Step.Kind.values());
        model.addAttribute("step", step);
        model.addAttribute("to", destination);
        model.addAttribute("officer", Caller.required().role() == Role.CASE_OFFICER);
        model.addAttribute(
                "why",
                destination == null ? List.<Unmet>of() : file.whyNot(new Step(step, destination)));
        return "case";
    }

    /// The same list for programs: every rule that is not met, with who can settle it and where it is
    /// written.
    @GetMapping(path = "/cases/{person}/why-not", produces = "application/json")
    @ResponseBody
    List<Map<String, Object>> whyNot(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "TRANSFER") Step.Kind step,
            @RequestParam StateCode to) {
        CaseFile file = cases.file(person, AsOf.now()).orElseThrow(NoSuchElementException::new);
        return file.whyNot(new Step(step, to)).stream().map(this::line).toList();
    }

    private Map<String, Object> line(Unmet unmet) {
        Locale locale = LocaleContextHolder.getLocale();
        String key = unmet.rule().key();
        return Map.of(
                "rule", key,
                "says", messages.getMessage("unmet." + key, unmet.arguments().toArray(), locale),
                "effect", unmet.rule().effect(),
                "settledBy", unmet.rule().settler(),
                "by", unmet.by() == null ? "" : unmet.by().toString(),
                "citations", unmet.rule().citations().stream().map(Object::toString).toList());
    }

    private static @Nullable StateCode firstOf(CaseFile file) {
        return file.destinations().isEmpty() ? null : file.destinations().first();
    }
}
