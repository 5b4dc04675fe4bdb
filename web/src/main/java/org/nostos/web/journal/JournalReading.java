package org.nostos.web.journal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.journal.JournalPages;
import org.nostos.journal.JournalPages.Filter;
import org.nostos.parties.Accounts;
import org.nostos.parties.Caller;
import org.nostos.parties.Parties;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Listings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/// The journal's pages: the newest entries, one entry, and the check of the whole.
///
/// An address names kinds of act, accounts and days, never a person.
@Controller
class JournalReading {

    private static final int LINES = 50;
    private static final JsonMapper JSON = new JsonMapper();

    private final JournalPages journal;
    private final Checking checking;
    private final Accounts accounts;
    private final Parties parties;
    private final TransactionOperations transaction;
    private final Listings listings;
    private final EntryColumns columns;

    JournalReading(
            JournalPages journal,
            Checking checking,
            Accounts accounts,
            Parties parties,
            TransactionOperations transaction,
            Listings listings,
            EntryColumns columns) {
        this.journal = journal;
        this.checking = checking;
        this.accounts = accounts;
        this.parties = parties;
        this.transaction = transaction;
        this.listings = listings;
        this.columns = columns;
    }

    /// What the reader asked for, as the form shows it again.
    record Filtered(
            @Nullable String kind,
            @Nullable UUID actor,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        Filter filter() {
            return new Filter(
                    kind == null || kind.isEmpty() ? null : kind,
                    actor,
                    from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    to == null ? null : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    @GetMapping("/journal")
    Object newest(Filtered filtered, Asked asked, @RequestParam @Nullable UUID after, Model model) {
        model.addAttribute("asked", filtered);
        model.addAttribute("checking", checking.now());
        boolean whole = asked.as() != Asked.As.PAGE;
        JournalPages.Page found =
                Objects.requireNonNull(
                        transaction.execute(status ->
                                journal.newest(
                                        filtered.filter(),
                                        whole ? null : after,
                                        whole ? asked.most() : LINES)));
        Names names =
                Objects.requireNonNull(
                        transaction.execute(status -> Names.of(accounts.all(), parties.all())));
        transaction.executeWithoutResult(status -> {
            model.addAttribute("names", names);
            model.addAttribute("kinds", journal.kinds());
            model.addAttribute("state", journal.state());
            model.addAttribute("entries", found);
        });
        return listings.answer(
                "journal",
                model,
                listings.of(
                        asked.without("after"),
                        "acts",
                        Purpose.ADMINISTRATION,
                        columns.of(names),
                        found.lines()));
    }

    @GetMapping("/journal/{entry}")
    String entry(@PathVariable UUID entry, Model model) {
        transaction.executeWithoutResult(status -> {
            model.addAttribute(
                    "line",
                    journal.find(entry)
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
            model.addAttribute("names", Names.of(accounts.all(), parties.all()));
            model.addAttribute(
                    "payload", journal.payload(entry).map(JournalReading::parts).orElse(null));
        });
        return "journal-entry";
    }

    /// Begins to check the whole journal, unless somebody already has.
    @PostMapping("/journal/check")
    String check() {
        Caller caller = Caller.required();
        checking.begin(caller, null);
        return caller.role() == Role.INTAKE_OFFICER ? "redirect:/checkpoints" : "redirect:/journal";
    }

    /// How the check goes; a fragment.
    @GetMapping("/journal/check")
    String progress(Model model) {
        model.addAttribute("checking", checking.now());
        return "journal :: check";
    }

    private static Map<String, String> parts(String payload) {
        Map<String, String> parts = new LinkedHashMap<>();
        JSON.readTree(payload)
                .properties()
                .forEach(part ->
                        parts.put(
                                part.getKey(),
                                part.getValue().asString(part.getValue().toString())));
        return parts;
    }
}
