package org.nostos.web.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.nostos.requests.AskedFor;
import org.nostos.requests.NoteKeeping;
import org.nostos.requests.Scorecard;
import org.nostos.requests.StateAgreement;
import org.nostos.requests.StateContact;
import org.nostos.requests.StateEntry;
import org.nostos.requests.StateKeeping;
import org.nostos.requests.StateKeeping.StatePage;
import org.nostos.requests.StateSaid;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The directory of states, and a state: what it answered, what it says, whom to write to.
@Controller
class StatesPages {

    private static final List<Column<Line>> COLUMNS =
            List.of(
                    Column.text("state", "states.state", line -> line.entry().name()),
                    Column.<Line>text("code", "states.code", line -> line.entry().code())
                            .fileOnly(),
                    Column.number("asked", "states.asked", line -> line.card().asked()),
                    Column.number("answered", "states.answered", line -> line.card().answered()),
                    Column.number("accepted", "states.accepted", line -> line.card().accepted()),
                    Column.number("refused", "states.refused", line -> line.card().refused()),
                    Column.number("back", "states.back", line -> line.card().takenBack()),
                    Column.number("median", "states.median", line -> line.card().medianDays()),
                    Column.number("open", "states.open", line -> line.card().open()),
                    Column.number("overdue", "states.overdue", line -> line.card().overdue()));

    private final StateKeeping states;
    private final NoteKeeping notes;
    private final Listings listings;

    StatesPages(StateKeeping states, NoteKeeping notes, Listings listings) {
        this.states = states;
        this.notes = notes;
        this.listings = listings;
    }

    /// A state with its numbers.
    public record Line(StateEntry entry, Scorecard card) {}

    @GetMapping("/states")
    Object states(Asked asked, Model model) {
        Map<StateCode, Scorecard> cards =
                states.scorecards().stream()
                        .collect(Collectors.toMap(Scorecard::state, Function.identity()));
        List<Line> lines =
                states.all().stream()
                        .map(entry ->
                                new Line(
                                        entry,
                                        cards.getOrDefault(
                                                entry.code(), Scorecard.nothing(entry.code()))))
                        .toList();
        model.addAttribute("asked", lines.stream().mapToLong(line -> line.card().asked()).sum());
        model.addAttribute(
                "overdue", lines.stream().mapToLong(line -> line.card().overdue()).sum());
        return listings.answer(
                "states",
                model,
                listings.of(asked, "states", Purpose.STATE_REQUEST, COLUMNS, lines));
    }

    @PostMapping("/states")
    String add(@RequestParam String code, @RequestParam String name, RedirectAttributes next) {
        return Outcome.of(
                states.add(code.strip().toUpperCase(java.util.Locale.ROOT), name),
                "states.added",
                "/states",
                next);
    }

    @GetMapping("/states/{code}")
    Object state(@PathVariable String code, Asked asked, Model model) {
        StateCode state = parsed(code);
        StatePage page = states.page(state).orElseThrow(NoSuchElementException::new);
        model.addAttribute("page", page);
        model.addAttribute("card", states.scorecard(state));
        model.addAttribute("third", states.asThirdState(state));
        model.addAttribute("kinds", StateContact.Kind.values());
        model.addAttribute("serves", StateContact.Serves.values());
        model.addAttribute("channels", StateContact.Channel.values());
        model.addAttribute("saidKinds", StateSaid.Kind.values());
        model.addAttribute("asks", AskedFor.values());
        model.addAttribute("silences", StateAgreement.Silence.values());
        return listings.answer(
                "state",
                model,
                listings.of(
                        asked, "notes", Purpose.STATE_REQUEST, NoteColumns.ALL, notes.all(state)),
                listings.of(
                        asked.in("said"),
                        "said",
                        Purpose.STATE_REQUEST,
                        StateColumns.SAID,
                        page.said()),
                listings.of(
                        asked.in("contacts"),
                        "contacts",
                        Purpose.STATE_REQUEST,
                        StateColumns.CONTACTS,
                        page.contacts()));
    }

    @PostMapping("/states/{code}/contacts")
    String contact(
            @PathVariable String code,
            @RequestParam StateContact.Kind kind,
            @RequestParam String name,
            @RequestParam StateContact.Serves serves,
            @RequestParam StateContact.Channel channel,
            @RequestParam(defaultValue = "") String address,
            RedirectAttributes next) {
        StateContact contact =
                new StateContact(
                        UUID.randomUUID(), known(code), kind, name, serves, channel, address, null);
        return Outcome.of(states.add(contact), "state.contact-added", to(code), next);
    }

    @PostMapping("/states/{code}/contacts/{contact}/end")
    String end(
            @PathVariable String code,
            @PathVariable UUID contact,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return Outcome.of(
                states.end(known(code), contact, reason), "state.contact-ended", to(code), next);
    }

    @PostMapping("/states/{code}/agreements")
    String agreement(
            @PathVariable String code,
            @RequestParam String title,
            @RequestParam String article,
            @RequestParam(required = false) @Nullable AskedFor asked,
            @RequestParam int days,
            @RequestParam StateAgreement.Silence silence,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate till,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes next) {
        StateAgreement agreement =
                new StateAgreement(
                        UUID.randomUUID(),
                        known(code),
                        title,
                        article,
                        asked,
                        days,
                        silence,
                        from,
                        till,
                        source);
        return Outcome.of(states.add(agreement), "state.agreement-entered", to(code), next);
    }

    @PostMapping("/states/{code}/said")
    String said(
            @PathVariable String code,
            @RequestParam StateSaid.Kind kind,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String byWhom,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes next) {
        StateSaid said =
                new StateSaid(UUID.randomUUID(), known(code), kind, on, byWhom, words, source);
        return Outcome.of(states.add(said), "state.said-entered", to(code), next);
    }

    private StateCode known(String code) {
        return states.page(parsed(code))
                .map(page -> page.entry().code())
                .orElseThrow(NoSuchElementException::new);
    }

    private static StateCode parsed(String code) {
        if (!code.matches("[A-Z]{3}")) {
            throw new NoSuchElementException("no state has this code");
        }
        return new StateCode(code);
    }

    private static String to(String code) {
        return "/states/" + code;
    }
}
