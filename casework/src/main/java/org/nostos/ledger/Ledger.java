package org.nostos.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.ledger.LedgerEntries.Found;
import org.nostos.ledger.LedgerEntries.Population;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reading the ledger. No person stands in it, so reading it is no act. Thread-safe.
@Service
@Transactional(readOnly = true)
public class Ledger {

    private static final int POPULATIONS = 16;

    private final LedgerEntries entries;

    Ledger(LedgerEntries entries) {
        this.entries = entries;
    }

    /// A figure with what was done to it, and what it is said to be made of.
    public record Sheet(
            LedgerEntry entry,
            @Nullable LedgerEntry whole,
            @Nullable LedgerEntry replaces,
            @Nullable LedgerEntry replacedBy,
            List<LedgerEntry> parts,
            List<LedgerEvent> events) {

        public Sheet {
            parts = List.copyOf(parts);
            events = List.copyOf(events);
        }
    }

    public List<LedgerEntry> page(LedgerQuestion question, int offset, int most) {
        return entries.page(question, offset, most);
    }

    /// A page and how many there are in all.
    public Found found(LedgerQuestion question, int offset, int most) {
        return entries.found(question, offset, most);
    }

    public long count(LedgerQuestion question) {
        return entries.count(question);
    }

    public Optional<Sheet> sheet(UUID id) {
        return entries.byId(id)
                .map(entry ->
                        new Sheet(
                                entry,
                                other(entry.figure().partOf()),
                                other(entry.replaces()),
                                other(entry.replacedBy()),
                                entries.partsOf(id),
                                entries.events(id)));
    }

    private @Nullable LedgerEntry other(@Nullable UUID id) {
        return id == null ? null : entries.byId(id).orElse(null);
    }

    public Optional<LedgerEntry> byNumber(long number) {
        return entries.byNumber(number);
    }

    public List<LedgerEntry> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : entries.byIds(ids);
    }

    /// The populations of which most was said.
    public List<Population> populations() {
        return entries.populations(POPULATIONS);
    }

    public List<String> places() {
        return entries.places();
    }

    public List<String> speakers() {
        return entries.speakers();
    }

    public Optional<Instant> lastChange() {
        return entries.lastChange();
    }
}
