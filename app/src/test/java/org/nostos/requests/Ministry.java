package org.nostos.requests;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.Telling;
import org.nostos.custody.Telling.How;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Compartment;
import org.nostos.registry.KeeperAppointing;
import org.nostos.registry.Persons;
import org.nostos.requests.Disclosing.Draft;
import org.nostos.requests.NoteEvent.Kind;

/// A house whose committee asks two states, Meridia and Oristan, for tests.
public final class Ministry implements AutoCloseable {

    public static final StateCode MERIDIA = new StateCode("XMA");
    public static final StateCode ORISTAN = new StateCode("XOA");
    public static final Disclosure.Exception TREATY =
            new Disclosure.Exception(Disclosure.Exception.Kind.TREATY, "Consular treaty, art. 4");

    public final Committee committee = Committee.open();
    public final Caller officer = committee.house.committee(Role.CASE_OFFICER);
    public final Caller colleague = committee.house.committee(Role.CASE_OFFICER);
    public final Caller legal = committee.house.committee(Role.LEGAL_REVIEWER);
    public final Caller keeper = committee.house.committee(Role.IDENTITY_REVIEWER);
    public final Caller second = committee.house.committee(Role.SECOND_REVIEWER);
    public final Caller meridia = desk("Mission of Meridia", "XMA");
    public final Caller oristan = desk("Mission of Oristan", "XOA");
    private int people;

    public Ministry() {
        appoint();
        officer.run(() -> {
            bean(StateKeeping.class).add("XMA", "Meridia");
            bean(StateKeeping.class).add("XOA", "Oristan");
        });
    }

    private Caller desk(String name, String state) {
        return committee.house.party(PartyKind.STATE, name, state, Role.CONSULAR_OFFICER);
    }

    private void appoint() {
        KeeperAppointing keepers = bean(KeeperAppointing.class);
        committee
                .house
                .administrator()
                .run(() ->
                        keepers.propose(
                                keeper.account(), Compartment.ASYLUM, "keeps what is told"));
        second.run(() -> keepers.confirm(keepers.all().getFirst().id()));
    }

    public <T> T bean(Class<T> type) {
        return committee.house.bean(type);
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /// A person of the holder's list, invented.
    public UUID person() {
        List<String> trees =
                List.of("Zaytun", "Rumman", "Kharrub", "Sindyan", "Balut", "Tin", "Arz");
        people++;
        UUID record =
                committee
                        .accept(
                                committee.holder,
                                LocalDate.of(2026, 3, 1),
                                List.of(
                                        new Row(
                                                trees.get(people % 7),
                                                trees.get(people / 7 % 7) + "ov",
                                                "al-Nakhli" + people,
                                                "1990-02-0" + (1 + people % 9),
                                                "")))
                        .getFirst();
        return as(officer, () -> bean(Persons.class).ofRecords(List.of(record)).getFirst().id());
    }

    public static Draft draft(StateCode state, AskedFor asked) {
        return new Draft(
                state,
                asked,
                EnumSet.of(FieldRole.GIVEN_NAME, FieldRole.FAMILY_NAME, FieldRole.BIRTH_DATE),
                today().plusDays(60),
                false,
                "No relative lives there; the person was heard alone.",
                TREATY);
    }

    public UUID drafted(UUID person, Draft draft) {
        if (!officer.call(() -> bean(Disclosing.class).draft(person, draft)).isEmpty()) {
            throw new AssertionError("not drafted");
        }
        return officer.call(() -> bean(Disclosing.class).of(List.of(person)))
                .getFirst()
                .disclosure()
                .id();
    }

    /// The latest that a page shows of this disclosure.
    public UUID lastSaid(UUID disclosure, List<UUID> persons) {
        return officer.call(() -> bean(Disclosing.class).of(persons)).stream()
                .filter(line -> line.disclosure().id().equals(disclosure))
                .findFirst()
                .orElseThrow()
                .last();
    }

    public List<Obstacle> word(UUID disclosure, boolean may) {
        return keeper.call(() -> bean(KeepersWords.class).say(List.of(disclosure), may));
    }

    /// What the person wants the consul of a state to know.
    void wishes(UUID person, StateCode state, Wish wish) {
        How how = new How(today(), "Arabic", "Sparrow Reed", "Form 4, signed");
        must(officer.call(() -> bean(Telling.class).consul(person, state, wish, how)));
    }

    /// Wished by the person, drafted, let by the keeper, and cleared by another hand.
    public UUID cleared(UUID person, StateCode state, AskedFor asked) {
        wishes(person, state, Wish.WANTS);
        Draft draft = draft(state, asked);
        UUID disclosure =
                drafted(
                        person,
                        new Draft(
                                state,
                                asked,
                                draft.fields(),
                                draft.until(),
                                false,
                                draft.harm(),
                                null));
        word(disclosure, true);
        List<Obstacle> refused =
                legal.call(() ->
                        bean(Disclosing.class)
                                .clear(disclosure, List.of(person), "looked", disclosure));
        if (!refused.isEmpty()) {
            throw new AssertionError(refused.toString());
        }
        return disclosure;
    }

    public UUID begun(StateCode state, AskedFor asked) {
        UUID note = officer.call(() -> bean(NoteKeeping.class).begin(state, asked, "", "")).note();
        if (note == null) {
            throw new AssertionError("not begun");
        }
        return note;
    }

    public List<Obstacle> put(UUID note, List<UUID> disclosures) {
        return officer.call(
                () -> bean(NoteKeeping.class).put(note, disclosures, seen(officer, note)));
    }

    public List<Obstacle> step(Caller who, UUID note, Kind step) {
        return step(who, note, step, today());
    }

    public List<Obstacle> step(Caller who, UUID note, Kind step, LocalDate on) {
        return who.call(() ->
                bean(NoteKeeping.class)
                        .step(
                                note,
                                step,
                                new StepForm(on, "as agreed", "by hand", null, seen(who, note))));
    }

    public @Nullable UUID seen(Caller who, UUID note) {
        return who.call(() -> bean(NoteKeeping.class).file(note).orElseThrow().last());
    }

    public NoteFile file(UUID note) {
        return officer.call(() -> bean(NoteKeeping.class).file(note).orElseThrow());
    }

    /// A draft about these persons.
    public UUID draftAbout(StateCode state, AskedFor asked, UUID... persons) {
        List<UUID> disclosures = new ArrayList<>();
        for (UUID person : persons) {
            disclosures.add(cleared(person, state, asked));
        }
        UUID note = begun(state, asked);
        if (!put(note, disclosures).isEmpty()) {
            throw new AssertionError("not put in");
        }
        return note;
    }

    /// Two hands cleared it, a legal reviewer signed it, it was sent and delivered on this day.
    public UUID sent(StateCode state, AskedFor asked, LocalDate delivered, UUID... persons) {
        return send(draftAbout(state, asked, persons), delivered);
    }

    /// The same with a draft at hand.
    UUID send(UUID note, LocalDate delivered) {
        must(step(colleague, note, Kind.CLEARED));
        must(step(legal, note, Kind.CLEARED));
        must(step(legal, note, Kind.SIGNED));
        must(step(officer, note, Kind.SENT, delivered));
        must(step(officer, note, Kind.DELIVERED, delivered));
        return note;
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }

    /// What the consul of a state says of the line of this note at this place.
    public List<Obstacle> answer(Caller consul, UUID note, int place, AnswerForm form) {
        return consul.call(() -> {
            Desk.DeskNote desk = bean(Desk.class).note(note).orElseThrow();
            UUID line = desk.lines().get(place - 1).line().id();
            return bean(Answering.class).give(note, List.of(line), form, today(), desk.last());
        });
    }

    public <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() -> {
            T result = committee.house.transaction().execute(status -> work.get());
            if (result == null) {
                throw new AssertionError("work in a test gives a result");
            }
            return result;
        });
    }

    /// How many rows of a table the caller sees.
    public long count(Caller caller, String table) {
        return as(
                caller,
                () ->
                        committee
                                .house
                                .jdbc()
                                .sql("select count(*) from nostos." + table)
                                .query(Long.class)
                                .single());
    }

    @Override
    public void close() {
        committee.close();
    }
}
