package org.nostos.legal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;

/// What a court does with one accusation against one person. It is recorded here and decided there.
public record Proceeding(
        UUID id,
        State state,
        @Nullable Sentence sentence,
        @Nullable PrisonTerm term,
        boolean suspended,
        List<Event> events) {

    /// Something that an investigator or a court did.
    ///
    /// @param term of a sentence to prison, or as it was stated later; null everywhere else
    public record Event(
            Stamp stamp,
            UUID proceeding,
            Kind kind,
            @Nullable Sentence sentence,
            @Nullable PrisonTerm term,
            String reason,
            @Nullable String source) {}

    /// The steps of a proceeding.
    public enum Kind {
        INVESTIGATED,
        CHARGED,
        TRIED,
        ACQUITTED,
        CONVICTED,
        DISCONTINUED,
        APPEALED,
        FINAL,
        /// The sentence became another one.
        COMMUTED,
        /// The length of a prison sentence is stated, or stated right.
        TERM_STATED,
        /// The sentence is not carried out for now.
        SUSPENDED,
        CARRIED_OUT
    }

    /// What somebody was sentenced to.
    public enum Sentence {
        DEATH,
        PRISON,
        OTHER
    }

    /// Where a proceeding stands.
    public enum State {
        INVESTIGATED,
        CHARGED,
        TRIED,
        ACQUITTED,
        CONVICTED,
        DISCONTINUED,
        APPEALED,
        FINAL,
        CARRIED_OUT
    }

    public Proceeding {
        events = List.copyOf(events);
    }

    /// Whether they may be put to death: sentenced so, and neither commuted nor carried out.
    public boolean deathSentence() {
        return sentence == Sentence.DEATH
                && state != State.CARRIED_OUT
                && state != State.ACQUITTED
                && state != State.DISCONTINUED;
    }

    /// Whether a court sentenced them to prison, and nothing can be brought against it any more.
    public boolean imprisonsForGood() {
        return state == State.FINAL && sentence == Sentence.PRISON;
    }

    /// The term of a prison sentence that is being served, or could be: neither suspended nor over.
    public Optional<PrisonTerm> running() {
        boolean stands =
                state == State.CONVICTED || state == State.APPEALED || state == State.FINAL;
        return stands && !suspended ? Optional.ofNullable(term) : Optional.empty();
    }

    /// The steps that the proceeding allows now.
    public Set<Kind> next() {
        Set<Kind> next = steps();
        if (sentence == Sentence.PRISON && state != State.CARRIED_OUT) {
            next.add(Kind.TERM_STATED);
        }
        return next;
    }

    private Set<Kind> steps() {
        Set<Kind> next =
                switch (state) {
                    case INVESTIGATED -> EnumSet.of(Kind.CHARGED, Kind.DISCONTINUED);
                    case CHARGED -> EnumSet.of(Kind.TRIED, Kind.DISCONTINUED);
                    case TRIED -> EnumSet.of(Kind.ACQUITTED, Kind.CONVICTED, Kind.DISCONTINUED);
                    case ACQUITTED -> EnumSet.of(Kind.APPEALED, Kind.FINAL);
                    case CONVICTED -> EnumSet.of(Kind.APPEALED, Kind.FINAL, Kind.COMMUTED);
                    case APPEALED -> EnumSet.of(Kind.ACQUITTED, Kind.CONVICTED, Kind.FINAL);
                    case FINAL ->
                            sentence == null
                                    ? EnumSet.noneOf(Kind.class)
                                    : EnumSet.of(
                                            Kind.APPEALED,
                                            Kind.COMMUTED,
                                            Kind.SUSPENDED,
                                            Kind.CARRIED_OUT);
                    case DISCONTINUED, CARRIED_OUT -> EnumSet.noneOf(Kind.class);
                };
        return next;
    }

    /// The proceedings that these events come to, the latest first.
    public static List<Proceeding> of(List<Event> events, AsOf asOf) {
        Map<UUID, List<Event>> threads = new LinkedHashMap<>();
        for (Event event : events) {
            if (asOf.counts(event.stamp().on(), event.stamp().recordedAt())) {
                threads.computeIfAbsent(event.proceeding(), _ -> new ArrayList<>()).add(event);
            }
        }
        List<Proceeding> all = new ArrayList<>();
        threads.forEach((id, thread) -> all.addFirst(one(id, thread)));
        return all;
    }

    private static Proceeding one(UUID id, List<Event> thread) {
        Proceeding now = new Proceeding(id, State.INVESTIGATED, null, null, false, thread);
        for (Event event : thread.subList(1, thread.size())) {
            if (now.next().contains(event.kind())) {
                now = now.after(event);
            }
        }
        return now;
    }

    private Proceeding after(Event event) {
        return switch (event.kind()) {
            case SUSPENDED -> new Proceeding(id, state, sentence, term, true, events);
            case TERM_STATED ->
                    new Proceeding(id, state, sentence, event.term(), suspended, events);
            case COMMUTED ->
                    new Proceeding(id, state, event.sentence(), event.term(), false, events);
            case CONVICTED ->
                    new Proceeding(
                            id, State.CONVICTED, event.sentence(), event.term(), false, events);
            case ACQUITTED -> new Proceeding(id, State.ACQUITTED, null, null, false, events);
            default ->
                    new Proceeding(
                            id,
                            State.valueOf(event.kind().name()),
                            sentence,
                            term,
                            suspended,
                            events);
        };
    }
}
