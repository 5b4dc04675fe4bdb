package org.nostos.web.requests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;
import org.nostos.identity.People;
import org.nostos.requests.Disclosure;
import org.nostos.requests.KeepersWords;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listing;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The word of those who keep the asylum compartment. To anybody else there is no such page.
@Controller
class WordsPages {

    private static final List<Column<Disclosure>> COLUMNS =
            List.of(
                    Column.bare("note.person"),
                    Column.<Disclosure>text("state", "notes.state", Disclosure::state).choice(),
                    Column.word("asks", "notes.asks", "asked.", Disclosure::asked));

    private final KeepersWords words;
    private final People people;
    private final Listings listings;

    WordsPages(KeepersWords words, People people, Listings listings) {
        this.words = words;
        this.people = people;
        this.listings = listings;
    }

    @GetMapping("/words")
    Object words(Asked asked, Model model) {
        if (!words.keeps()) {
            throw new NoSuchElementException();
        }
        Listing<Disclosure> waiting =
                listings.of(asked, "waiting", Purpose.STATE_REQUEST, COLUMNS, words.waiting())
                        .staying();
        model.addAttribute("names", names(waiting.rows()));
        return listings.answer("words", model, waiting);
    }

    private Map<UUID, String> names(List<Disclosure> waiting) {
        Map<UUID, String> names = new HashMap<>();
        for (Disclosure one : waiting) {
            people.file(one.person())
                    .ifPresent(file ->
                            names.put(
                                    one.person(),
                                    file.leader().number()
                                            + " "
                                            + String.join(" / ", file.names())));
        }
        return names;
    }

    @PostMapping("/words")
    String say(
            @RequestParam(required = false) @Nullable List<UUID> disclosures,
            @RequestParam boolean may,
            RedirectAttributes next) {
        return Outcome.of(
                words.say(disclosures == null ? List.of() : disclosures, may),
                "words.said",
                "/words",
                next);
    }
}
