package org.nostos.web.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.legal.BarEvent;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarStep;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.Clearing;
import org.nostos.legal.Ground;
import org.nostos.legal.LegalWhyNot;
import org.nostos.legal.OrderKeeping;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.TransferClearance.Terms;
import org.nostos.parties.Caller;
import org.nostos.web.Dates;
import org.nostos.web.Said;
import org.nostos.web.Times;
import org.nostos.web.legal.BarsPage.ClearanceLine;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What bars somebody's transfer to each state, what courts ordered, and the clearance.
@Controller
class BarPages {

    private final People people;
    private final CaseLaw law;
    private final LegalWhyNot whyNot;
    private final BarKeeping bars;
    private final OrderKeeping orders;
    private final Clearing clearing;
    private final CaseWishes wishes;
    private final Dates dates;

    BarPages(
            People people,
            CaseLaw law,
            LegalWhyNot whyNot,
            BarKeeping bars,
            OrderKeeping orders,
            Clearing clearing,
            CaseWishes wishes,
            Dates dates) {
        this.people = people;
        this.law = law;
        this.whyNot = whyNot;
        this.bars = bars;
        this.orders = orders;
        this.clearing = clearing;
        this.wishes = wishes;
        this.dates = dates;
    }

    @GetMapping("/cases/{person}/bars")
    String page(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String also,
            @RequestParam(required = false) @Nullable Route route,
            @RequestParam(defaultValue = "") String destination,
            @RequestParam(defaultValue = "") String transit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            Times times,
            Model model) {
        if (!model.containsAttribute("bidKept")) {
            model.addAttribute("bidKept", Map.of());
        }
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> persons = BarsPage.persons(file);
        AsOf at = times.at();
        CaseLaw.Known known = law.of(persons, at);
        Set<StateCode> states = new LinkedHashSet<>(known.states());
        states.addAll(codes(also));
        states.addAll(codes(destination));
        states.addAll(codes(transit));
        List<StateCode> to = codes(destination);
        Terms asked =
                route == null || to.isEmpty()
                        ? null
                        : new Terms(
                                route,
                                to.getFirst(),
                                codes(transit),
                                until == null ? dates.today().plusDays(30) : until);
        model.addAttribute(
                "page",
                new BarsPage(
                        file,
                        columns(persons, states, known.bars(), at),
                        known.orders(),
                        lines(persons, at),
                        asked,
                        asked == null ? List.of() : clearing.missing(persons, asked, at)));
        wishes.show(persons, states, at, model);
        model.addAttribute("states", law.states());
        model.addAttribute("grounds", Ground.values());
        model.addAttribute("routes", Route.values());
        model.addAttribute("decides", Caller.required().role() == Role.LEGAL_REVIEWER);
        return "bars";
    }

    @PostMapping("/cases/{person}/bars")
    String step(
            @PathVariable UUID person,
            @RequestParam StateCode destination,
            @RequestParam Ground ground,
            @RequestParam BarEvent.Kind kind,
            LawForm form,
            RedirectAttributes next) {
        BarStep step = new BarStep(form.step(persons(person), dates), destination, ground);
        LocalDate until = form.until() == null ? LocalDate.MIN : form.until();
        List<Obstacle> obstacles =
                switch (kind) {
                    case OPENED -> bars.open(step);
                    case CLEARED -> bars.clear(step, until);
                    case REVIEWED -> bars.review(step);
                    case FOUND -> bars.find(step);
                    case ASSURANCE_SOUGHT -> bars.seekAssurance(step);
                    case LIFT_PROPOSED -> bars.proposeLift(step, until);
                    case LIFTED -> bars.lift(step);
                    case UPHELD -> bars.uphold(step);
                    case APPEALED -> bars.appeal(step);
                    case APPEAL_DISMISSED -> bars.dismissAppeal(step);
                    case APPEAL_ALLOWED -> bars.allowAppeal(step);
                    case DOUBTED -> bars.doubt(step);
                };
        next.addAttribute("also", destination.value());
        return said(obstacles, "law.step-taken", person, form, next);
    }

    @PostMapping("/cases/{person}/bars/orders")
    String order(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String destination,
            LawForm form,
            RedirectAttributes next) {
        StateCode state = codes(destination).stream().findFirst().orElse(null);
        return said(
                orders.record(form.step(persons(person), dates), state),
                "law.order-recorded",
                person,
                form,
                next);
    }

    @PostMapping("/cases/{person}/bars/orders/{order}/end")
    String endOrder(
            @PathVariable UUID person,
            @PathVariable UUID order,
            LawForm form,
            RedirectAttributes next) {
        return said(
                orders.end(form.step(persons(person), dates), order),
                "law.order-ended",
                person,
                form,
                next);
    }

    @PostMapping("/cases/{person}/bars/clearances")
    String propose(
            @PathVariable UUID person,
            @RequestParam Route route,
            @RequestParam StateCode destination,
            @RequestParam(defaultValue = "") String transit,
            LawForm form,
            RedirectAttributes next) {
        LocalDate until = form.until() == null ? LocalDate.MIN : form.until();
        Terms terms = new Terms(route, destination, codes(transit), until);
        return said(
                clearing.propose(form.step(persons(person), dates), terms),
                "law.clearance-proposed",
                person,
                form,
                next);
    }

    @PostMapping("/cases/{person}/bars/clearances/{clearance}/issue")
    String issue(
            @PathVariable UUID person,
            @PathVariable UUID clearance,
            LawForm form,
            RedirectAttributes next) {
        return said(
                clearing.issue(form.step(persons(person), dates), clearance),
                "law.clearance-issued",
                person,
                form,
                next);
    }

    @PostMapping("/cases/{person}/bars/clearances/{clearance}/withdraw")
    String withdraw(
            @PathVariable UUID person,
            @PathVariable UUID clearance,
            LawForm form,
            RedirectAttributes next) {
        return said(
                clearing.withdraw(form.step(persons(person), dates), clearance),
                "law.clearance-withdrawn",
                person,
                form,
                next);
    }

    private Map<StateCode, List<BarView>> columns(
            List<UUID> persons, Set<StateCode> states, List<BarEvent> events, AsOf now) {
        Map<StateCode, List<BarView>> columns = new LinkedHashMap<>();
        whyNot.matrix(persons, states, now)
                .forEach((state, row) ->
                        columns.put(
                                state,
                                row.values().stream()
                                        .map(bar -> BarView.of(bar, events, Caller.required()))
                                        .toList()));
        return columns;
    }

    private List<ClearanceLine> lines(List<UUID> persons, AsOf now) {
        UUID me = Caller.required().account();
        List<ClearanceLine> lines = new ArrayList<>();
        for (TransferClearance clearance : clearing.all(persons, now)) {
            boolean open = clearance.waits() || clearance.inForce(now.on());
            List<Unmet> missing =
                    open ? clearing.missing(persons, clearance.terms(), now) : List.of();
            boolean mine = clearance.proposed().stamp().account().equals(me);
            lines.add(new ClearanceLine(clearance, state(clearance, missing, now), mine, missing));
        }
        return lines;
    }

    private static String state(TransferClearance clearance, List<Unmet> missing, AsOf now) {
        if (clearance.withdrawn() != null) {
            return "withdrawn";
        }
        if (clearance.lapsed(now.on())) {
            return "lapsed";
        }
        if (clearance.waits()) {
            return "waits";
        }
        return missing.isEmpty() ? "holds" : "void";
    }

    private List<UUID> persons(UUID person) {
        return BarsPage.persons(people.file(person).orElseThrow(NoSuchElementException::new));
    }

    /// The codes in what was written; whatever is none is passed over.
    private static List<StateCode> codes(String written) {
        return Arrays.stream(written.toUpperCase(Locale.ROOT).split("[^A-Z]+"))
                .filter(code -> code.length() == 3)
                .map(StateCode::new)
                .distinct()
                .toList();
    }

    private static String said(
            List<Obstacle> obstacles,
            String done,
            UUID person,
            LawForm form,
            RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
            next.addFlashAttribute("kept", form);
        }
        return "redirect:/cases/" + person + "/bars";
    }
}
