package org.nostos.demo;

import static org.nostos.demo.Casebook.ago;
import static org.nostos.demo.Casebook.state;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.Telling;
import org.nostos.demo.Casebook.Known;
import org.nostos.registry.Compartment;
import org.nostos.registry.KeeperAppointing;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.Answering;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Disclosing;
import org.nostos.requests.Disclosing.Draft;
import org.nostos.requests.KeepersWords;
import org.nostos.requests.NoteEvent.Kind;
import org.nostos.requests.NoteFile;
import org.nostos.requests.NoteKeeping;
import org.nostos.requests.Relocating;
import org.nostos.requests.RequestRule;
import org.nostos.requests.StateAgreement;
import org.nostos.requests.StateContact;
import org.nostos.requests.StateKeeping;
import org.nostos.requests.StateSaid;
import org.nostos.requests.StepForm;

/// States are asked, and answer as the reports tell: a few take people back, some only the children,
/// some refuse, and most are silent. A note for every state that one can be in.
final class AskingDays {

    private static final StateCode MERIDIA = state("XMD");
    private static final StateCode VARLAND = state("XVR");
    private static final StateCode TARSIA = state("XTS");
    private static final StateCode PELAGIA = state("XPL");
    private static final StateCode NORHAVEN = state("XNO");
    private static final List<Kind> SENT = List.of(Kind.CLEARED, Kind.SIGNED, Kind.SENT);

    private final Casebook book;
    private final NoteKeeping notes;
    private final UUID agreement = UUID.randomUUID();

    AskingDays(Casebook book) {
        this.book = book;
        this.notes = book.bean(NoteKeeping.class);
    }

    void hold(Map<StateCode, String> states) {
        directory(states);
        KeeperAppointing keepers = book.bean(KeeperAppointing.class);
        book.as(
                Member.JUNIPER,
                () -> {
                    keepers.propose(
                            book.account(Member.HAZEL),
                            Compartment.ASYLUM,
                            "keeps what people tell of their fears");
                    return List.of();
                });
        UUID proposed = book.ask(Member.ROWAN, keepers::all).getFirst().id();
        book.as(
                Member.ROWAN,
                () -> {
                    keepers.confirm(proposed);
                    return List.of();
                });
        onTheWay();
        answered();
        silent();
        thirdState();
        leftOpen();
    }

    private void directory(Map<StateCode, String> states) {
        StateKeeping keeping = book.bean(StateKeeping.class);
        states.forEach((code, name) -> book.as(Member.MOSS, () -> keeping.add(code.value(), name)));
        contact(keeping, MERIDIA, "Ministry of Foreign Affairs", StateContact.Channel.DESK);
        contact(keeping, VARLAND, "Embassy of Varland", StateContact.Channel.NOTE_BY_HAND);
        contact(keeping, TARSIA, "Embassy of Tarsia", StateContact.Channel.PROTECTING_POWER);
        StateAgreement readmission =
                new StateAgreement(
                        agreement,
                        PELAGIA,
                        "Exchange of notes on readmission",
                        "art. 6(2)",
                        AskedFor.ACCEPTANCE,
                        14,
                        StateAgreement.Silence.ACCEPTED,
                        ago(900),
                        null,
                        "Gazette of Pelagia 12");
        book.as(Member.FERN, () -> keeping.add(readmission));
        said(keeping, TARSIA, StateSaid.Kind.POSITION, 200, "We will take back the children.");
        said(keeping, VARLAND, StateSaid.Kind.STATEMENT, 90, "Each case is looked at alone.");
        said(keeping, MERIDIA, StateSaid.Kind.MEETING, 30, "A list was handed over and received.");
    }

    private void contact(
            StateKeeping keeping, StateCode code, String name, StateContact.Channel channel) {
        StateContact contact =
                new StateContact(
                        UUID.randomUUID(),
                        code,
                        StateContact.Kind.MISSION,
                        name,
                        StateContact.Serves.ANYTHING,
                        channel,
                        "Consular section",
                        null);
        book.as(Member.MOSS, () -> keeping.add(contact));
    }

    private void said(
            StateKeeping keeping, StateCode code, StateSaid.Kind kind, int daysAgo, String words) {
        StateSaid said =
                new StateSaid(
                        UUID.randomUUID(),
                        code,
                        kind,
                        ago(daysAgo),
                        "The foreign ministry",
                        words,
                        "Press release");
        book.as(Member.MOSS, () -> keeping.add(said));
    }

    /// A note for every step up to the state's hands, and those that never arrived.
    private void onTheWay() {
        note(VARLAND, AskedFor.NATIONALITY, 2, 0);
        note(VARLAND, AskedFor.ACCEPTANCE, 1, 6, Kind.CLEARED);
        note(VARLAND, AskedFor.TRAVEL_DOCUMENT, 1, 6, Kind.CLEARED, Kind.SIGNED);
        note(NORHAVEN, AskedFor.ACCEPTANCE, 1, 6, SENT.get(0), SENT.get(1), SENT.get(2));
        UUID delivered = sent(MERIDIA, AskedFor.ACCEPTANCE, 2, 6);
        take(delivered, Kind.DELIVERED, 5);
        UUID acknowledged = sent(MERIDIA, AskedFor.PROSECUTION, 1, 8);
        take(acknowledged, Kind.ACKNOWLEDGED, 7);
        UUID returned = sent(NORHAVEN, AskedFor.NATIONALITY, 1, 20);
        take(returned, Kind.RETURNED, 15);
        UUID withdrawn = sent(TARSIA, AskedFor.NATIONALITY, 1, 20);
        take(withdrawn, Kind.WITHDRAWN, 2);
    }

    /// Every answer of the vocabulary.
    private void answered() {
        UUID partly = sent(MERIDIA, AskedFor.ACCEPTANCE, 6, 44);
        take(partly, Kind.DELIVERED, 43);
        answer(partly, 1, AnswerForm.of(AnswerKind.ACCEPTED), 20);
        answer(partly, 2, AnswerForm.of(AnswerKind.ACCEPTED_CHILD_ONLY), 20);
        answer(
                partly,
                3,
                new AnswerForm(
                        AnswerKind.ACCEPTED_CONDITIONAL,
                        "once parentage is confirmed\nan aunt comes along",
                        null,
                        "",
                        "",
                        "",
                        null,
                        null),
                18);
        answer(partly, 4, AnswerForm.refusal(false, "", ""), 15);
        UUID whole = sent(VARLAND, AskedFor.ACCEPTANCE, 5, 70);
        take(whole, Kind.DELIVERED, 68);
        AnswerForm reasoned =
                AnswerForm.refusal(true, "a danger to the public", "Council of State");
        answer(whole, 1, reasoned, 30);
        answer(whole, 1, AnswerForm.of(AnswerKind.REVIEW_UPHELD), 10);
        answer(whole, 2, reasoned, 30);
        answer(whole, 2, AnswerForm.of(AnswerKind.REVIEW_QUASHED), 9);
        answer(whole, 3, AnswerForm.of(AnswerKind.NOT_OUR_NATIONAL), 30);
        answer(whole, 4, AnswerForm.of(AnswerKind.MORE_INFORMATION_NEEDED), 30);
        answer(whole, 5, AnswerForm.of(AnswerKind.ACCEPTED), 30);
        answer(whole, 5, AnswerForm.of(AnswerKind.WILL_PROSECUTE), 29);
        UUID closed = sent(MERIDIA, AskedFor.ACCEPTANCE, 2, 120);
        take(closed, Kind.DELIVERED, 118);
        answer(closed, 1, AnswerForm.of(AnswerKind.ACCEPTED), 90);
        answer(closed, 1, AnswerForm.of(AnswerKind.TAKEN_BACK), 60);
        answer(closed, 2, AnswerForm.of(AnswerKind.ACCEPTED), 90);
        answer(closed, 2, AnswerForm.of(AnswerKind.ANSWER_WITHDRAWN), 40);
        take(closed, Kind.CLOSED, 30);
    }

    /// Silent past the clock, reminded and escalated; and where an agreement says what that comes to.
    private void silent() {
        UUID silent = sent(TARSIA, AskedFor.ACCEPTANCE, 6, 80);
        take(silent, Kind.DELIVERED, 78);
        take(silent, Kind.REMINDED, 40);
        take(silent, Kind.ESCALATED, 10);
        UUID deemed = sent(PELAGIA, AskedFor.ACCEPTANCE, 1, 30);
        take(deemed, Kind.DELIVERED, 29);
        NoteFile file = file(deemed);
        AnswerForm outcome =
                new AnswerForm(
                        AnswerKind.DEEMED_ACCEPTED, "", null, "", "", "receipt", null, agreement);
        give(Member.FERN, file, 1, outcome, 1);
    }

    /// Their own state accepts them all.
    void takenBack(List<Known> people) {
        UUID note = begun(MERIDIA, AskedFor.ACCEPTANCE, people);
        steps(note, 25, SENT.get(0), SENT.get(1), SENT.get(2), Kind.DELIVERED);
        for (int place = 1; place <= people.size(); place++) {
            answer(note, place, AnswerForm.of(AnswerKind.ACCEPTED), 12);
        }
    }

    private void thirdState() {
        Known who = book.adult();
        Relocating.Proposal proposal =
                new Relocating.Proposal(
                        NORHAVEN,
                        ago(40),
                        "Resettlement quota of Norhaven, 20 places",
                        "No state holds this person to be its national; an aunt lives there.",
                        "letter of the aunt");
        book.as(Member.MOSS, () -> book.bean(Relocating.class).propose(who.ids(), proposal));
        UUID note = begun(NORHAVEN, AskedFor.RELOCATION, List.of(who));
        steps(note, 30, SENT.get(0), SENT.get(1), SENT.get(2), Kind.DELIVERED);
        answer(note, 1, AnswerForm.of(AnswerKind.ACCEPTED), 5);
    }

    /// A disclosure that waits, one that was refused and one that was taken back.
    private void leftOpen() {
        Disclosing disclosing = book.bean(Disclosing.class);
        drafted(book.adult(), VARLAND, AskedFor.NATIONALITY, Wish.WANTS);
        Known feared = book.adult();
        UUID refused = drafted(feared, VARLAND, AskedFor.NATIONALITY, Wish.REFUSES);
        book.as(
                Member.FERN,
                () ->
                        disclosing.refuse(
                                refused,
                                feared.ids(),
                                "the person said no to the consul",
                                refused));
        Known gone = book.adult();
        UUID withdrawn = drafted(gone, MERIDIA, AskedFor.NATIONALITY, Wish.WANTS);
        book.as(
                Member.MOSS,
                () ->
                        disclosing.withdraw(
                                withdrawn, gone.ids(), "drafted for a namesake", withdrawn));
    }

    private UUID sent(StateCode state, AskedFor asked, int people, int daysAgo) {
        return note(state, asked, people, daysAgo, SENT.get(0), SENT.get(1), SENT.get(2));
    }

    private UUID note(StateCode state, AskedFor asked, int people, int daysAgo, Kind... steps) {
        List<Known> about = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            about.add(i % 3 == 2 ? book.child() : book.adult());
        }
        UUID note = begun(state, asked, about);
        steps(note, daysAgo, steps);
        return note;
    }

    private void steps(UUID note, int daysAgo, Kind... steps) {
        for (Kind step : steps) {
            take(note, step, daysAgo);
        }
    }

    private UUID begun(StateCode state, AskedFor asked, List<Known> about) {
        List<UUID> disclosures = new ArrayList<>();
        for (Known who : about) {
            disclosures.add(drafted(who, state, asked, Wish.WANTS));
        }
        book.as(Member.HAZEL, () -> book.bean(KeepersWords.class).say(disclosures, true));
        for (int i = 0; i < about.size(); i++) {
            clear(about.get(i), disclosures.get(i));
        }
        UUID note =
                java.util.Objects.requireNonNull(
                        book.ask(Member.MOSS, () -> notes.begin(state, asked, "", "")).note());
        UUID seen = file(note).last();
        book.as(Member.MOSS, () -> notes.put(note, disclosures, seen));
        return note;
    }

    /// This state may be told of them: wished, let by the keeper if that was not said before, and cleared by another hand.
    void cleared(Known who, StateCode state, AskedFor asked) {
        UUID disclosure = drafted(who, state, asked, Wish.WANTS);
        boolean waits =
                book.ask(Member.MOSS, () -> book.bean(Disclosing.class).of(who.ids())).stream()
                        .filter(line -> line.disclosure().id().equals(disclosure))
                        .flatMap(line -> line.unmet().stream())
                        .anyMatch(one -> one.rule() == RequestRule.ASYLUM_WORD);
        if (waits) {
            book.as(
                    Member.HAZEL,
                    () -> book.bean(KeepersWords.class).say(List.of(disclosure), true));
        }
        clear(who, disclosure);
    }

    private void clear(Known who, UUID disclosure) {
        book.as(
                Member.FERN,
                () ->
                        book.bean(Disclosing.class)
                                .clear(disclosure, who.ids(), "harm was looked for", disclosure));
    }

    private UUID drafted(Known who, StateCode state, AskedFor asked, Wish wish) {
        Telling.How how = new Telling.How(ago(3), "Arabic", "Sumac Reed", "form 4, signed");
        book.as(Member.MOSS, () -> book.bean(Telling.class).consul(who.leader(), state, wish, how));
        Set<FieldRole> fields =
                EnumSet.of(FieldRole.FULL_NAME, FieldRole.SEX, FieldRole.BIRTH_DATE);
        Draft draft =
                new Draft(
                        state,
                        asked,
                        fields,
                        ago(-60),
                        false,
                        "No relative lives there; the person was heard alone.",
                        null);
        Disclosing disclosing = book.bean(Disclosing.class);
        book.as(Member.MOSS, () -> disclosing.draft(who.leader(), draft));
        return book.ask(Member.MOSS, () -> disclosing.of(who.ids())).stream()
                .map(Disclosing.Line::disclosure)
                .filter(one -> one.state().equals(state) && one.asked() == asked)
                .max(java.util.Comparator.comparing(one -> one.recordedAt()))
                .orElseThrow()
                .id();
    }

    /// Two hands clear a note, and a legal reviewer signs it.
    private void take(UUID note, Kind step, int daysAgo) {
        if (step == Kind.CLEARED) {
            take(Member.SEDGE, note, step, daysAgo);
            take(Member.MAPLE, note, step, daysAgo);
        } else {
            take(step == Kind.SIGNED ? Member.MAPLE : Member.MOSS, note, step, daysAgo);
        }
    }

    private void take(Member hand, UUID note, Kind step, int daysAgo) {
        StepForm form =
                new StepForm(ago(daysAgo), "as the file says", "by hand", null, file(note).last());
        book.as(hand, () -> notes.step(note, step, form));
    }

    private NoteFile file(UUID note) {
        return book.ask(Member.MOSS, () -> notes.file(note).orElseThrow());
    }

    private void answer(UUID note, int place, AnswerForm form, int daysAgo) {
        give(Member.MOSS, file(note), place, form.from("note of the ministry", null), daysAgo);
    }

    private void give(Member hand, NoteFile file, int place, AnswerForm form, int daysAgo) {
        UUID line = file.lines().get(place - 1).line().id();
        @Nullable UUID seen = file.last();
        List<UUID> lines = List.of(line);
        book.as(
                hand,
                () ->
                        (List<Obstacle>)
                                book.bean(Answering.class)
                                        .give(file.note().id(), lines, form, ago(daysAgo), seen));
    }
}
