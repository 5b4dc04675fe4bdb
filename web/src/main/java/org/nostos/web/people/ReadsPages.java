package org.nostos.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.registry.Person;
import org.nostos.registry.PersonRead;
import org.nostos.registry.WhoWasTold;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Listings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Everybody who was shown a person: when, how, for what purpose.
@Controller
class ReadsPages {

    private static final List<Column<PersonRead>> COLUMNS =
            List.of(
                    Column.text("when", "reads.when", PersonRead::at),
                    Column.text("who", "reads.who", PersonRead::name),
                    Column.<PersonRead>text("party", "journal.party", PersonRead::partyName)
                            .choice(),
                    Column.word("how", "reads.how", "reads.how.", PersonRead::how),
                    Column.word(
                            "purpose", "journal.purpose", "journal.purpose.", PersonRead::purpose));

    private final People people;
    private final WhoWasTold told;
    private final Listings listings;

    ReadsPages(People people, WhoWasTold told, Listings listings) {
        this.people = people;
        this.told = told;
        this.listings = listings;
    }

    /// What the reader asked for, as the form shows it again.
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

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
    Object reads(@PathVariable UUID person, Days days, Asked asked, Model model) {
        PersonFile file = people.file(person).orElseThrow(NoSuchElementException::new);
        List<UUID> known = file.persons().stream().map(Person::id).toList();
        List<PersonRead> found = told.between(known, days.since(), days.until());
        model.addAttribute("file", file);
        model.addAttribute("asked", days);
        model.addAttribute("readers", ReaderLine.of(found));
        return listings.answer(
                "reads", model, listings.of(asked, "reads", Purpose.CASEWORK, COLUMNS, found));
    }
}
