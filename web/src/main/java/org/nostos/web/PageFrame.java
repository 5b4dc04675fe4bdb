package org.nostos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/// Gives every page its frame. A fragment asked for by htmx needs none and pays for none.
///
/// What the frame counts is read in one transaction: to begin one costs more than to count.
@ControllerAdvice
class PageFrame {

    private final List<RoomCount> counts;
    private final List<Band.Source> bands;
    private final List<HouseBand> ofTheHouse;
    private final Optional<JournalMark.Source> journal;
    private final TransactionOperations transaction;
    private final boolean invented;

    PageFrame(
            ObjectProvider<RoomCount> counts,
            ObjectProvider<Band.Source> bands,
            ObjectProvider<HouseBand> ofTheHouse,
            ObjectProvider<JournalMark.Source> journal,
            TransactionOperations transaction,
            @Value("${nostos.invented:false}") boolean invented) {
        this.counts = counts.stream().toList();
        this.bands = bands.orderedStream().toList();
        this.ofTheHouse = ofTheHouse.orderedStream().toList();
        this.journal = Optional.ofNullable(journal.getIfAvailable());
        this.transaction = transaction;
        this.invented = invented;
    }

    @ModelAttribute("frame")
    @Nullable Frame frame(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        return fragment == null
                ? Caller.current()
                        .map(caller -> transaction.execute(_ -> around(caller)))
                        .orElse(null)
                : null;
    }

    /// The language the page speaks, and the others.
    @ModelAttribute("tongue")
    Tongue tongue(Locale locale, HttpServletRequest request) {
        return Tongue.of(locale, request);
    }

    /// What holds for the whole house, on pages with a reader and without.
    @ModelAttribute("houseBands")
    List<Band> houseBands(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        return fragment == null
                ? ofTheHouse.stream()
                        .flatMap(source -> source.now(Caller.current().orElse(null)).stream())
                        .toList()
                : List.of();
    }

    private Frame around(Caller caller) {
        return new Frame(
                caller.displayName(),
                caller.partyName(),
                caller.role(),
                Frame.groups(roomsOf(caller), countsFor(caller)),
                bands.stream().flatMap(source -> source.now(caller).stream()).toList(),
                journal.map(JournalMark.Source::now).orElse(null),
                Instant.now(Clock.systemUTC()),
                invented);
    }

    /// The rooms of the caller's role, without those that are somebody else's.
    private List<Room> roomsOf(Caller caller) {
        List<Room> rooms = new ArrayList<>(Room.of(caller.role()));
        counts.stream()
                .filter(count -> rooms.contains(count.room()) && !count.isOpen())
                .forEach(count -> rooms.remove(count.room()));
        return rooms;
    }

    private Map<Room, Long> countsFor(Caller caller) {
        List<Room> rooms = roomsOf(caller);
        Map<Room, Long> found = new EnumMap<>(Room.class);
        counts.stream()
                .filter(count -> rooms.contains(count.room()))
                .forEach(count -> found.put(count.room(), count.now()));
        return found;
    }
}
