package org.nostos.requests;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;

/// The notes that the caller may see: the committee's officers all, a consular officer those sent to
/// their state. Every method needs a running transaction.
public interface NotesVerbales {

    /// Who a line is about and what allowed it; to none but the committee.
    record LinePerson(UUID line, UUID person, UUID disclosure) {}

    /// The latest first; of one state, if one is named.
    List<NoteVerbale> all(@Nullable StateCode state, int most);

    Optional<NoteVerbale> byId(UUID id);

    List<NoteVerbale> byIds(Collection<UUID> ids);

    void begin(NoteVerbale note, UUID act);

    /// The lines of these notes that were not taken out, by place.
    List<NoteLine> lines(Collection<UUID> notes);

    /// How many lines a note has, and on how many of them an answer stood.
    record Annex(int persons, int answered) {
        public static final Annex EMPTY = new Annex(0, 0);
    }

    /// The annexes of these notes as they are now; a note without lines is left out.
    Map<UUID, Annex> annexes(Collection<UUID> notes);

    /// The annexes of these notes at two times, counted; a note without lines is left out.
    Map<UUID, Annex> annexes(Collection<UUID> notes, AsOf at);

    /// The highest place that a line of the note has or had.
    int highestPlace(UUID note);

    /// The lines about somebody known under these persons.
    List<NoteLine> linesOf(Collection<UUID> persons);

    List<LinePerson> persons(Collection<UUID> lines);

    void add(NoteLine line, UUID person, UUID disclosure, UUID act);

    void remove(UUID line, String reason, UUID act);

    List<NoteEvent> events(Collection<UUID> notes);

    void add(NoteEvent event, UUID act);

    /// Gives a signed note the next number of the year.
    void number(UUID note, UUID act);

    /// The file of a note that was signed, with its hash.
    record PaperOf(byte[] pdf, String sha256, String contentSha256) {}

    void keep(UUID note, PaperOf paper, UUID act);

    Optional<PaperOf> paper(UUID note);

    /// Waits until nobody else acts on the note.
    void turn(UUID note);

    /// Lines that are not cleared to leave today.
    List<UUID> uncleared(UUID note);

    /// Lines whose person was asked of the same state, which has not answered.
    List<UUID> askedTwice(UUID note);

    boolean askedAlready(UUID person, StateCode state);

    List<AnswerEvent> answers(Collection<UUID> lines);

    void add(AnswerEvent event, UUID act);

    /// What was said of the conditions that these answers lay down; to none but the committee.
    List<AnswerCondition.Said> conditions(Collection<UUID> answers);

    void add(AnswerCondition.Said said, UUID act);
}
