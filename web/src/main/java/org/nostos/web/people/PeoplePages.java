package org.nostos.web.people;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judging;
import org.nostos.identity.People;
import org.nostos.identity.PeopleSearch;
import org.nostos.identity.PeopleSearch.Found;
import org.nostos.identity.PeopleSearch.Results;
import org.nostos.identity.PersonFile;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.KeptReading;
import org.nostos.parties.Caller;
import org.nostos.registry.BreakingGlass;
import org.nostos.registry.Families;
import org.nostos.registry.NotesApart;
import org.nostos.registry.Person;
import org.nostos.registry.PersonRead;
import org.nostos.registry.Preferring;
import org.nostos.registry.WhoWasTold;
import org.nostos.retention.Erasing;
import org.nostos.tasks.TaskKeeping;
import org.nostos.web.Said;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listing;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The search and the file of a person. What is searched for is posted and stands in no address.
@Controller
class PeoplePages {

    private static final int MOST = 30;

    private final PeopleSearch search;
    private final People people;
    private final Preferring preferring;
    private final IdentityReview review;
    private final WhoWasTold told;
    private final NotesApart notes;
    private final Families families;
    private final KeptReading kept;
    private final TaskKeeping tasks;
    private final Erasing erasing;
    private final Listings listings;
    private final List<Column<Found>> columns;

    PeoplePages(
            PeopleSearch search,
            People people,
            Preferring preferring,
            IdentityReview review,
            WhoWasTold told,
            NotesApart notes,
            Families families,
            KeptReading kept,
            TaskKeeping tasks,
            Erasing erasing,
            Listings listings,
            Values values) {
        this.search = search;
        this.people = people;
        this.preferring = preferring;
        this.review = review;
        this.told = told;
        this.notes = notes;
        this.families = families;
        this.kept = kept;
        this.tasks = tasks;
        this.erasing = erasing;
        this.listings = listings;
        this.columns =
                List.of(
                        Column.<Found>text("person", "people.person", one -> one.person().number())
                                .still(),
                        Column.<Found>text("name", "people.name", one -> values.name(one.record()))
                                .still(),
                        Column.<Found>text(
                                        "born",
                                        "field.birth-date",
                                        one -> one.record().first(FieldRole.BIRTH_DATE))
                                .still(),
                        Column.<Found>text(
                                        "source", "people.source", one -> one.record().partyName())
                                .still(),
                        Column.<Found>word("why", "people.why", "people.why.", Found::why).still());
    }

    @GetMapping("/people")
    String people() {
        return "people";
    }

    @PostMapping("/search")
    Object search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String born,
            Asked asked,
            Model model) {
        model.addAttribute("q", shortened(q));
        model.addAttribute("born", shortened(born));
        Results results = search.search(shortened(q), shortened(born), MOST);
        model.addAttribute("results", results);
        return listings.answer("people", model, found(asked, results));
    }

    /// What was found so far, while somebody types: a fragment, asked for by htmx.
    @PostMapping("/search/typed")
    String typed(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String born,
            Asked asked,
            Model model) {
        search.typed(shortened(q), shortened(born), MOST)
                .ifPresent(results -> {
                    model.addAttribute("results", results);
                    model.addAttribute("found", found(asked, results));
                });
        return "people :: found";
    }

    /// What was found, in the order of the search and no other.
    private Listing<Found> found(Asked asked, Results results) {
        return listings.of(asked.in("found"), "found", Purpose.CASEWORK, columns, results.found());
    }

    private static String shortened(String asked) {
        return asked.length() > 200 ? asked.substring(0, 200) : asked;
    }

    @GetMapping("/people/{person}")
    String person(@PathVariable UUID person, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        model.addAttribute("file", file);
        model.addAttribute("ties", Ties.of(file, Caller.required().account()));
        model.addAttribute("reviews", reviews());
        List<UUID> known = file.persons().stream().map(Person::id).toList();
        model.addAttribute("tasks", tasks.ofPersons(known));
        model.addAttribute("erased", erasing.marks(known).get(file.leader().id()));
        List<PersonRead> week = told.thisWeek(known);
        model.addAttribute("week", ReaderLine.of(week));
        model.addAttribute("reading", ofThisPage(week));
        model.addAttribute(
                "apart", BreakingGlass.may(Caller.required()) || !notes.kept().isEmpty());
        List<UUID> records = file.records().stream().map(AcceptedRecord::id).toList();
        model.addAttribute(
                "listed",
                ListedWith.of(file.records(), families.ofRecords(records), kept.of(records)));
        return "person";
    }

    @PostMapping("/people/{person}/prefer")
    String prefer(
            @PathVariable UUID person,
            @RequestParam FieldRole role,
            @RequestParam UUID record,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(
                preferring.prefer(person, role, record, reason), "person.preferred", person, next);
    }

    @PostMapping("/people/{person}/prefer-none")
    String preferNone(
            @PathVariable UUID person,
            @RequestParam FieldRole role,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        return said(
                preferring.takeBack(person, role, reason), "person.preferred-none", person, next);
    }

    @PostMapping("/people/{person}/undo")
    String undo(
            @PathVariable UUID person,
            @RequestParam UUID judgement,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        List<Obstacle> obstacles =
                switch (review.undo(judgement, reason)) {
                    case Judging.Refused refused -> refused.obstacles();
                    case Judging.Done _, Judging.Changed _ -> List.of();
                };
        return said(obstacles, "person.taken-out", person, next);
    }

    private static String said(
            List<Obstacle> obstacles, String done, UUID person, RedirectAttributes next) {
        if (obstacles.isEmpty()) {
            Said.done(next, done);
        } else {
            Said.refused(next, obstacles);
        }
        return "redirect:/people/" + person;
    }

    /// The act of reading that this page is: the caller's latest, for what is printed.
    private static @Nullable PersonRead ofThisPage(List<PersonRead> week) {
        UUID me = Caller.required().account();
        return week.stream().filter(read -> me.equals(read.account())).findFirst().orElse(null);
    }

    private static boolean reviews() {
        Role role = Caller.required().role();
        return role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER;
    }
}
