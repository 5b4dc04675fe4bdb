package org.nostos.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.registry.Person;
import org.nostos.registry.PersonRead;
import org.nostos.registry.WhoWasTold;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Everybody who was shown a person: when, how, for what purpose.
@Controller
class ReadsPages {

    private static final int SHOWN = 500;

    private final People people;
    private final WhoWasTold told;

    ReadsPages(People people, WhoWasTold told) {
        this.people = people;
        this.told = told;
    }

    /// What the reader asked for, as the form shows it again.
    record Asked(@Nullable LocalDate from, @Nullable LocalDate to, PersonRead.@Nullable How how) {

        Instant since() {
            return (from == null ? LocalDate.EPOCH : from).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        Instant until() {
            return to == null
                    ? Instant.now().plusSeconds(60)
                    : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    @GetMapping("/people/{person}/reads")
    String reads(@PathVariable UUID person, Asked asked, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> known = file.persons().stream().map(Person::id).toList();
        List<PersonRead> found =
                told.between(known, asked.since(), asked.until()).stream()
                        .filter(read -> asked.how() == null || read.how() == asked.how())
                        .toList();
        model.addAttribute("file", file);
        model.addAttribute("asked", asked);
        model.addAttribute("hows", PersonRead.How.values());
        model.addAttribute("readers", ReaderLine.of(found));
        model.addAttribute("reads", found.stream().limit(SHOWN).toList());
        model.addAttribute("total", found.size());
        return "reads";
    }
}
