package org.nostos.web.requests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.People;
import org.nostos.requests.Disclosure;
import org.nostos.requests.KeepersWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The word of those who keep the asylum compartment. To anybody else there is no such page.
@Controller
class WordsPages {

    private final KeepersWords words;
    private final People people;

    WordsPages(KeepersWords words, People people) {
        this.words = words;
        this.people = people;
    }

    @GetMapping("/words")
    String words(Model model) {
        if (!words.keeps()) {
            throw new NoSuchElementException();
        }
        List<Disclosure> waiting = words.waiting();
        model.addAttribute("waiting", waiting);
        model.addAttribute("names", names(waiting));
        return "words";
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
