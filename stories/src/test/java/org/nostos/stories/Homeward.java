package org.nostos.stories;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.StateCode;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.FacilityKeeping;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.custody.Telling;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityStep;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarStep;
import org.nostos.legal.Bars;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.Clearing;
import org.nostos.legal.Ground;
import org.nostos.legal.LawStep;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.ReviewKeeping;
import org.nostos.legal.Reviews;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.Will;
import org.nostos.legal.WillKeeping;
import org.nostos.parties.Caller;
import org.nostos.registry.Compartment;
import org.nostos.registry.KeeperAppointing;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.Answering;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Desk;
import org.nostos.requests.Disclosing;
import org.nostos.requests.KeepersWords;
import org.nostos.requests.NoteEvent;
import org.nostos.requests.NoteKeeping;
import org.nostos.requests.StateKeeping;
import org.nostos.requests.StepForm;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings somebody as far as a story of a transfer begins: held, known to their state and accepted by it, reviewed
/// for good, with nothing barred, and cleared to go home. It goes through the services, as those who may.
final class Homeward {

    static final StateCode MERIDIA = new StateCode("XMA");
    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final Stage stage = Stage.get();
    private final Caller cedar = Founding.caller(stage, Cast.CEDAR);
    private final Caller larch = Founding.caller(stage, Cast.LARCH);
    private final Caller alder = Founding.caller(stage, Cast.ALDER);
    private final Caller maple = Founding.caller(stage, Cast.MAPLE);
    private final Caller hazel = Founding.caller(stage, Cast.HAZEL);
    private final Caller pear = Founding.caller(stage, Cast.PEAR);

    Homeward() {
        KeeperAppointing keepers = bean(KeeperAppointing.class);
        boolean kept =
                Founding.caller(stage, Cast.ROWAN).call(() -> keepers.all()).stream()
                        .anyMatch(one -> one.kind() == Compartment.ASYLUM);
        if (!kept) {
            Founding.caller(stage, Cast.JUNIPER)
                    .run(() ->
                            keepers.propose(
                                    hazel.account(), Compartment.ASYLUM, "hears what people fear"));
            Founding.caller(stage, Cast.ROWAN)
                    .run(() ->
                            keepers.all().stream()
                                    .filter(keeper -> keeper.waits())
                                    .forEach(keeper -> keepers.confirm(keeper.id())));
        }
        boolean there =
                cedar.call(() -> bean(StateKeeping.class).all()).stream()
                        .anyMatch(state -> state.code().equals(MERIDIA));
        if (!there) {
            cedar.run(() -> bean(StateKeeping.class).add("XMA", "Meridia"));
        }
    }

    private <T> T bean(Class<T> type) {
        return stage.bean(type);
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() -> {
            T result = bean(TransactionTemplate.class).execute(_ -> work.get());
            if (result == null) {
                throw new AssertionError("work in a story gives a result");
            }
            return result;
        });
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }

    /// Makes them ready to be put on a plan to Meridia, with a clearance until this day.
    void ready(UUID person, LocalDate until) {
        held(person);
        verified(person);
        accepted(person);
        lawful(person);
        clearance(person, until);
    }

    private void held(UUID person) {
        FacilityKeeping facilities = bean(FacilityKeeping.class);
        if (cedar.call(() -> facilities.all()).stream()
                .noneMatch(one -> one.name().equals("Camp Osier"))) {
            must(cedar.call(() -> facilities.open("Camp Osier", "at the lake", List.of("East"))));
        }
        UUID camp =
                cedar.call(() -> facilities.all()).stream()
                        .filter(one -> one.name().equals("Camp Osier"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        CustodyEntry entry =
                CustodyEntry.of(
                                CustodyKind.ADMITTED,
                                PartialDate.ofDay(TODAY.minusDays(40)),
                                "the camp's register")
                        .by(HoldingAuthority.named("Camp Osier"))
                        .in(camp)
                        .on(LegalGround.SECURITY_INTERNMENT);
        must(cedar.call(() -> bean(CustodyKeeping.class).record(List.of(person), entry, null)));
    }

    private void verified(UUID person) {
        NationalityKeeping keeping = bean(NationalityKeeping.class);
        must(
                cedar.call(() ->
                        keeping.found(
                                person,
                                new NationalityKeeping.Entry(
                                        MERIDIA,
                                        TODAY,
                                        "Note 7",
                                        "as written",
                                        nationality(person).last()),
                                NationalityStep.VERIFIED,
                                Rests.STATE_ANSWER)));
        NationalityFile file = nationality(person);
        UUID waits = file.with(MERIDIA).orElseThrow().waiting().getFirst().id();
        must(larch.call(() -> keeping.confirm(person, waits, file.last())));
    }

    private NationalityFile nationality(UUID person) {
        return cedar.call(() -> bean(Nationalities.class).of(List.of(person), AsOf.now()));
    }

    /// Told of in a note that was sent, and accepted at Meridia's desk.
    private UUID accepted(UUID person) {
        Telling.How how = new Telling.How(TODAY, "Arabic", "Sparrow Reed", "Form 4");
        must(cedar.call(() -> bean(Telling.class).consul(person, MERIDIA, Wish.WANTS, how)));
        Disclosing disclosing = bean(Disclosing.class);
        must(
                cedar.call(() ->
                        disclosing.draft(
                                person,
                                new Disclosing.Draft(
                                        MERIDIA,
                                        AskedFor.ACCEPTANCE,
                                        EnumSet.of(FieldRole.FULL_NAME, FieldRole.FAMILY_NAME),
                                        TODAY.plusDays(60),
                                        false,
                                        "Heard alone; no harm is feared.",
                                        null))));
        UUID disclosure =
                cedar.call(() -> disclosing.of(List.of(person))).getFirst().disclosure().id();
        must(hazel.call(() -> bean(KeepersWords.class).say(List.of(disclosure), true)));
        must(alder.call(() -> disclosing.clear(disclosure, List.of(person), "looked", disclosure)));
        NoteKeeping notes = bean(NoteKeeping.class);
        UUID note = cedar.call(() -> notes.begin(MERIDIA, AskedFor.ACCEPTANCE, "", "")).note();
        if (note == null) {
            throw new AssertionError("not begun");
        }
        must(cedar.call(() -> notes.put(note, List.of(disclosure), null)));
        step(larch, note, NoteEvent.Kind.CLEARED);
        step(alder, note, NoteEvent.Kind.CLEARED);
        step(alder, note, NoteEvent.Kind.SIGNED);
        step(cedar, note, NoteEvent.Kind.SENT);
        answer(note, AnswerKind.ACCEPTED);
        return note;
    }

    private void step(Caller who, UUID note, NoteEvent.Kind kind) {
        NoteKeeping notes = bean(NoteKeeping.class);
        must(
                who.call(() ->
                        notes.step(
                                note,
                                kind,
                                new StepForm(
                                        TODAY,
                                        "as agreed",
                                        "by hand",
                                        null,
                                        notes.file(note).orElseThrow().last()))));
    }

    private void answer(UUID note, AnswerKind kind) {
        must(
                pear.call(() -> {
                    Desk.DeskNote desk = bean(Desk.class).note(note).orElseThrow();
                    return bean(Answering.class)
                            .give(
                                    note,
                                    List.of(desk.lines().getFirst().line().id()),
                                    AnswerForm.of(kind),
                                    TODAY,
                                    desk.last());
                }));
    }

    /// Reviewed for good, no bar found, and they want to go.
    private void lawful(UUID person) {
        reviewed(person);
        for (Ground ground : Route.REPATRIATION_NO_PROCEEDINGS.grounds()) {
            if (ground != Ground.BEST_INTERESTS) {
                open(person, ground);
                rule(person, ground);
            }
        }
        will(person, Will.Kind.INFORMED);
        will(person, Will.Kind.CONSENTS);
    }

    private void open(UUID person, Ground ground) {
        must(alder.call(() -> bean(BarKeeping.class).open(bar(person, ground))));
    }

    /// Somebody casts doubt on what was found: the bar is open again.
    void doubt(UUID person, Ground ground) {
        must(cedar.call(() -> bean(BarKeeping.class).doubt(bar(person, ground))));
    }

    /// What was doubted is looked at anew, and does not stand.
    void settle(UUID person, Ground ground) {
        must(cedar.call(() -> bean(BarKeeping.class).open(bar(person, ground))));
        rule(person, ground);
    }

    /// Two hands find that the bar does not stand.
    void rule(UUID person, Ground ground) {
        BarKeeping bars = bean(BarKeeping.class);
        must(alder.call(() -> bars.clear(bar(person, ground), TODAY.plusMonths(6))));
        must(maple.call(() -> bars.review(bar(person, ground))));
    }

    private BarStep bar(UUID person, Ground ground) {
        UUID seen =
                as(alder, () -> bean(Bars.class).of(List.of(person))).stream()
                        .filter(e -> e.destination().equals(MERIDIA) && e.ground() == ground)
                        .reduce((_, later) -> later)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        return new BarStep(law(person, seen), MERIDIA, ground);
    }

    private static LawStep law(UUID person, @Nullable UUID seen) {
        return new LawStep(List.of(person), seen, TODAY, "as the papers say", "paper 1");
    }

    private void reviewed(UUID person) {
        ReviewKeeping reviews = bean(ReviewKeeping.class);
        must(alder.call(() -> reviews.open(review(person))));
        must(cedar.call(() -> reviews.complete(review(person))));
        must(cedar.call(() -> reviews.schedule(review(person), TODAY)));
        must(cedar.call(() -> reviews.hear(review(person), "Maple, Ash", null)));
        must(alder.call(() -> reviews.propose(review(person), Outcome.RELEASE, null)));
        must(maple.call(() -> reviews.decide(review(person))));
        must(cedar.call(() -> reviews.inform(review(person), "Arabic", null, null)));
        must(alder.call(() -> reviews.close(review(person))));
    }

    private LawStep review(UUID person) {
        UUID seen =
                as(alder, () -> bean(Reviews.class).of(List.of(person))).stream()
                        .reduce((_, later) -> later)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        return law(person, seen);
    }

    void will(UUID person, Will.Kind kind) {
        WillKeeping wills = bean(WillKeeping.class);
        WillKeeping.How how = new WillKeeping.How("Arabic", null, "Sumac Reed");
        Will now =
                Will.of(
                        cedar.call(() -> bean(CaseLaw.class).wills(List.of(person))),
                        MERIDIA,
                        AsOf.now());
        LawStep step = law(person, now.last() == null ? null : now.last().stamp().id());
        must(
                cedar.call(() ->
                        switch (kind) {
                            case INFORMED -> wills.inform(step, MERIDIA, how);
                            case CONSENTS -> wills.consent(step, MERIDIA, how);
                            case RECONFIRMED -> wills.reconfirm(step, MERIDIA, how);
                            case WITHDRAWN -> wills.withdraw(step, MERIDIA, how);
                            default -> throw new AssertionError(kind);
                        }));
    }

    private void clearance(UUID person, LocalDate until) {
        Clearing clearing = bean(Clearing.class);
        must(
                alder.call(() ->
                        clearing.propose(
                                law(person, null),
                                new TransferClearance.Terms(
                                        Route.REPATRIATION_NO_PROCEEDINGS,
                                        MERIDIA,
                                        List.of(),
                                        until))));
        UUID waits = clearanceOf(person);
        must(maple.call(() -> clearing.issue(law(person, null), waits)));
    }

    private UUID clearanceOf(UUID person) {
        return alder.call(() -> bean(Clearing.class).all(List.of(person), AsOf.now()))
                .getFirst()
                .id();
    }
}
