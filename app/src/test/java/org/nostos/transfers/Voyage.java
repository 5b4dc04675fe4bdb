package org.nostos.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
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
import org.nostos.legal.BestInterests;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.Clearing;
import org.nostos.legal.Determination;
import org.nostos.legal.Determinations;
import org.nostos.legal.Ground;
import org.nostos.legal.LawStep;
import org.nostos.legal.OrderKeeping;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.ReviewKeeping;
import org.nostos.legal.Reviews;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.Will;
import org.nostos.legal.WillKeeping;
import org.nostos.parties.Caller;
import org.nostos.parties.HouseSetup;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Compartment;
import org.nostos.registry.KeeperAppointing;
import org.nostos.registry.Kin;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinKeeping;
import org.nostos.registry.KinRelation;
import org.nostos.registry.Persons;
import org.nostos.requests.AnswerCondition;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.Answering;
import org.nostos.requests.Answers;
import org.nostos.requests.AskedFor;
import org.nostos.requests.ConditionKeeping;
import org.nostos.requests.Desk;
import org.nostos.requests.Disclosing;
import org.nostos.requests.KeepersWords;
import org.nostos.requests.NoteEvent;
import org.nostos.requests.NoteKeeping;
import org.nostos.requests.StateKeeping;
import org.nostos.requests.StepForm;
import org.nostos.testing.TestHouse;
import org.nostos.transfers.Planning.Draft;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A house whose committee sends people home to Meridia, for tests.
final class Voyage implements AutoCloseable {

    static final StateCode MERIDIA = new StateCode("XMA");
    static final StateCode ORISTAN = new StateCode("XOA");
    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    final Committee committee = Committee.open();
    final TestHouse house = committee.house;
    final Caller thyme = house.committee(Role.CASE_OFFICER);
    final Caller cumin = house.committee(Role.CASE_OFFICER);
    final Caller maple = house.committee(Role.LEGAL_REVIEWER);
    final Caller cedar = house.committee(Role.LEGAL_REVIEWER);
    final Caller keeper = house.committee(Role.IDENTITY_REVIEWER);
    final Caller second = house.committee(Role.SECOND_REVIEWER);
    final Caller meridia =
            house.party(PartyKind.STATE, "Mission of Meridia", "XMA", Role.CONSULAR_OFFICER);
    final Caller oristan =
            house.party(PartyKind.STATE, "Mission of Oristan", "XOA", Role.CONSULAR_OFFICER);
    final Caller heron = house.party(PartyKind.MONITOR, "Heron Watch", null, Role.MONITOR);
    private final UUID camp;
    private int people;

    Voyage() {
        KeeperAppointing keepers = bean(KeeperAppointing.class);
        house.administrator()
                .run(() -> {
                    bean(HouseSetup.class).nameReviewBody("Board of Review", "decree 12");
                    keepers.propose(keeper.account(), Compartment.ASYLUM, "keeps what is told");
                });
        second.run(() -> keepers.confirm(keepers.all().getFirst().id()));
        thyme.run(() -> {
            bean(StateKeeping.class).add("XMA", "Meridia");
            bean(StateKeeping.class).add("XOA", "Oristan");
            bean(FacilityKeeping.class).open("Camp Willow", "at the river", List.of("East"));
        });
        camp = thyme.call(() -> bean(FacilityKeeping.class).all().getFirst().id());
    }

    <T> T bean(Class<T> type) {
        return house.bean(type);
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() -> {
            T result = house.transaction().execute(status -> work.get());
            if (result == null) {
                throw new AssertionError("work in a test gives a result");
            }
            return result;
        });
    }

    static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }

    static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }

    /// A grown person of the holder's list, held in the camp.
    UUID person() {
        return person("1984-02-03");
    }

    UUID person(String born) {
        people++;
        UUID record =
                committee
                        .accept(
                                committee.holder,
                                LocalDate.of(2026, 3, 1),
                                List.of(
                                        new Row(
                                                "Zaytun",
                                                "Rumman",
                                                "al-Nakhli" + people,
                                                born,
                                                "")))
                        .getFirst();
        UUID person =
                as(thyme, () -> bean(Persons.class).ofRecords(List.of(record)).getFirst().id());
        CustodyEntry entry =
                CustodyEntry.of(
                                CustodyKind.ADMITTED,
                                PartialDate.ofDay(TODAY.minusDays(40)),
                                "the camp's register")
                        .by(HoldingAuthority.named("Camp Willow"))
                        .in(camp)
                        .on(LegalGround.SECURITY_INTERNMENT);
        must(thyme.call(() -> bean(CustodyKeeping.class).record(List.of(person), entry, null)));
        return person;
    }

    /// Somebody whom Meridia holds to be its national and takes back, with nothing barred and a clearance.
    UUID cleared(LocalDate until) {
        UUID person = person();
        clear(person, until);
        return person;
    }

    /// Everything before a plan, for this person.
    ///
    /// @param transit the states on the way
    void clear(UUID person, LocalDate until, StateCode... transit) {
        verified(person);
        accepted(person);
        lawful(person);
        for (StateCode state : transit) {
            Route.REPATRIATION_NO_PROCEEDINGS
                    .onTheWay()
                    .forEach(ground -> rule(person, state, ground));
        }
        clearance(person, until, transit);
    }

    /// A panel decided that it is best for this child.
    void best(UUID child, Determination.Option option) {
        BestInterests best = bean(BestInterests.class);
        must(maple.call(() -> best.open(determined(child))));
        must(thyme.call(() -> best.inform(determined(child))));
        must(thyme.call(() -> best.hear(determined(child))));
        must(thyme.call(() -> best.sit(determined(child), "a physician, a teacher")));
        must(
                maple.call(() ->
                        best.propose(
                                determined(child),
                                new BestInterests.Proposal(
                                        option,
                                        option.goes() ? MERIDIA : null,
                                        null,
                                        TODAY.plusMonths(6)))));
        must(cedar.call(() -> best.decide(determined(child))));
    }

    private LawStep determined(UUID child) {
        UUID seen =
                as(maple, () -> bean(Determinations.class).of(List.of(child))).stream()
                        .reduce((_, later) -> later)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        return law(child, seen);
    }

    void verified(UUID person) {
        NationalityKeeping keeping = bean(NationalityKeeping.class);
        must(
                thyme.call(() ->
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
        must(cumin.call(() -> keeping.confirm(person, waits, file.last())));
    }

    private NationalityFile nationality(UUID person) {
        return thyme.call(() -> bean(Nationalities.class).of(List.of(person), AsOf.now()));
    }

    /// Told of in a note that was sent, and accepted at Meridia's desk.
    UUID accepted(UUID person) {
        Telling.How how = new Telling.How(TODAY, "Arabic", "Sparrow Reed", "Form 4");
        must(thyme.call(() -> bean(Telling.class).consul(person, MERIDIA, Wish.WANTS, how)));
        Disclosing disclosing = bean(Disclosing.class);
        must(
                thyme.call(() ->
                        disclosing.draft(
                                person,
                                new Disclosing.Draft(
                                        MERIDIA,
                                        AskedFor.ACCEPTANCE,
                                        EnumSet.of(FieldRole.GIVEN_NAME, FieldRole.FAMILY_NAME),
                                        TODAY.plusDays(60),
                                        false,
                                        "Heard alone; no harm is feared.",
                                        null))));
        UUID disclosure =
                thyme.call(() -> disclosing.of(List.of(person))).getFirst().disclosure().id();
        must(keeper.call(() -> bean(KeepersWords.class).say(List.of(disclosure), true)));
        must(maple.call(() -> disclosing.clear(disclosure, List.of(person), "looked", disclosure)));
        NoteKeeping notes = bean(NoteKeeping.class);
        UUID note = thyme.call(() -> notes.begin(MERIDIA, AskedFor.ACCEPTANCE, "", "")).note();
        if (note == null) {
            throw new AssertionError("not begun");
        }
        must(thyme.call(() -> notes.put(note, List.of(disclosure), null)));
        step(cumin, note, NoteEvent.Kind.CLEARED);
        step(maple, note, NoteEvent.Kind.CLEARED);
        step(maple, note, NoteEvent.Kind.SIGNED);
        step(thyme, note, NoteEvent.Kind.SENT);
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

    void answer(UUID note, AnswerKind kind) {
        answer(note, AnswerForm.of(kind));
    }

    /// The state accepts under this condition alone.
    void acceptedIf(UUID note, String condition) {
        answer(
                note,
                new AnswerForm(
                        AnswerKind.ACCEPTED_CONDITIONAL, condition, null, "", "", "", null, null));
    }

    /// Somebody saw that the one condition of the state is met.
    void conditionMet(UUID person) {
        condition(person, thyme, AnswerCondition.Kind.MET);
    }

    /// Another saw it as well.
    void conditionConfirmed(UUID person) {
        condition(person, cumin, AnswerCondition.Kind.CONFIRMED);
    }

    private void condition(UUID person, Caller who, AnswerCondition.Kind kind) {
        AnswerCondition condition =
                who.call(() -> bean(Answers.class).of(List.of(person), AsOf.now()))
                        .getFirst()
                        .conditions()
                        .getFirst();
        ConditionKeeping.Saying met =
                new ConditionKeeping.Saying(kind, TODAY, "Ash Rowan", "Note 9", condition.seen());
        must(
                who.call(() ->
                        bean(ConditionKeeping.class)
                                .say(List.of(person), condition.answer(), 1, met)));
    }

    private void answer(UUID note, AnswerForm form) {
        must(
                meridia.call(() -> {
                    Desk.DeskNote desk = bean(Desk.class).note(note).orElseThrow();
                    return bean(Answering.class)
                            .give(
                                    note,
                                    List.of(desk.lines().getFirst().line().id()),
                                    form,
                                    TODAY,
                                    desk.last());
                }));
    }

    /// Reviewed for good, no bar found, and they want to go.
    void lawful(UUID person) {
        reviewed(person);
        for (Ground ground : Route.REPATRIATION_NO_PROCEEDINGS.grounds()) {
            if (ground != Ground.BEST_INTERESTS) {
                rule(person, MERIDIA, ground);
            }
        }
        will(person, Will.Kind.INFORMED);
        will(person, Will.Kind.CONSENTS);
    }

    void rule(UUID person, StateCode state, Ground ground) {
        BarKeeping bars = bean(BarKeeping.class);
        must(maple.call(() -> bars.open(bar(person, state, ground))));
        must(maple.call(() -> bars.clear(bar(person, state, ground), TODAY.plusMonths(6))));
        must(cedar.call(() -> bars.review(bar(person, state, ground))));
    }

    BarStep bar(UUID person, Ground ground) {
        return bar(person, MERIDIA, ground);
    }

    private BarStep bar(UUID person, StateCode state, Ground ground) {
        UUID seen =
                as(maple, () -> bean(Bars.class).of(List.of(person))).stream()
                        .filter(e -> e.destination().equals(state) && e.ground() == ground)
                        .reduce((_, later) -> later)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        return new BarStep(law(person, seen), state, ground);
    }

    static LawStep law(UUID person, @Nullable UUID seen) {
        return new LawStep(List.of(person), seen, TODAY, "as the papers say", "paper 1");
    }

    private void reviewed(UUID person) {
        ReviewKeeping reviews = bean(ReviewKeeping.class);
        must(maple.call(() -> reviews.open(review(person))));
        must(thyme.call(() -> reviews.complete(review(person))));
        must(thyme.call(() -> reviews.schedule(review(person), TODAY)));
        must(thyme.call(() -> reviews.hear(review(person), "Maple, Ash", null)));
        must(maple.call(() -> reviews.propose(review(person), Outcome.RELEASE, null)));
        must(cedar.call(() -> reviews.decide(review(person))));
        must(thyme.call(() -> reviews.inform(review(person), "Arabic", null, null)));
        must(maple.call(() -> reviews.close(review(person))));
    }

    private LawStep review(UUID person) {
        UUID seen =
                as(maple, () -> bean(Reviews.class).of(List.of(person))).stream()
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
                        thyme.call(() -> bean(CaseLaw.class).wills(List.of(person))),
                        MERIDIA,
                        AsOf.now());
        LawStep step = law(person, now.last() == null ? null : now.last().stamp().id());
        must(
                thyme.call(() ->
                        switch (kind) {
                            case INFORMED -> wills.inform(step, MERIDIA, how);
                            case CONSENTS -> wills.consent(step, MERIDIA, how);
                            case RECONFIRMED -> wills.reconfirm(step, MERIDIA, how);
                            case WITHDRAWN -> wills.withdraw(step, MERIDIA, how);
                            default -> throw new AssertionError(kind);
                        }));
    }

    void clearance(UUID person, LocalDate until, StateCode... transit) {
        Clearing clearing = bean(Clearing.class);
        must(
                maple.call(() ->
                        clearing.propose(
                                law(person, null),
                                new TransferClearance.Terms(
                                        Route.REPATRIATION_NO_PROCEEDINGS,
                                        MERIDIA,
                                        List.of(transit),
                                        until))));
        UUID waits = clearanceOf(person);
        must(cedar.call(() -> clearing.issue(law(person, null), waits)));
    }

    UUID clearanceOf(UUID person) {
        return maple.call(() -> bean(Clearing.class).all(List.of(person), AsOf.now()))
                .getFirst()
                .id();
    }

    List<Obstacle> withdrawClearance(UUID person) {
        UUID clearance = clearanceOf(person);
        return maple.call(() -> bean(Clearing.class).withdraw(law(person, null), clearance));
    }

    List<Obstacle> courtOrder(UUID person) {
        return thyme.call(() -> bean(OrderKeeping.class).record(law(person, null), MERIDIA));
    }

    /// A marriage that two hands confirmed.
    void married(UUID one, UUID other) {
        tied(one, other, KinRelation.SPOUSE, KinEvent.Marriage.CIVIL);
    }

    /// A tie that two hands confirmed: what the other is to the one.
    void tied(UUID one, UUID other, KinRelation relation, KinEvent.@Nullable Marriage marriage) {
        KinKeeping ties = bean(KinKeeping.class);
        must(
                thyme.call(() ->
                        ties.propose(
                                one,
                                new KinKeeping.Proposal(
                                        other,
                                        "",
                                        null,
                                        relation,
                                        marriage,
                                        KinEvent.Grade.DOCUMENTED,
                                        true,
                                        TODAY.minusYears(5),
                                        "family book"),
                                kin(one).last())));
        UUID tie = kin(one).ties().getFirst().id();
        must(
                maple.call(() ->
                        ties.step(
                                one,
                                tie,
                                new KinKeeping.Step(
                                        KinEvent.Kind.CONFIRMED,
                                        TODAY,
                                        true,
                                        "read the book",
                                        kin(one).last()))));
    }

    private org.nostos.registry.FamilyFile kin(UUID person) {
        return thyme.call(() -> bean(Kin.class).of(List.of(person), AsOf.now()));
    }

    // ---- transfers

    UUID plan(LocalDate planned) {
        return plan(planned, List.of());
    }

    UUID plan(LocalDate planned, List<StateCode> transit) {
        Planning.Begun begun =
                thyme.call(() ->
                        bean(Planning.class)
                                .begin(
                                        new Draft(
                                                TransferKind.REPATRIATION,
                                                Route.REPATRIATION_NO_PROCEEDINGS,
                                                MERIDIA,
                                                "Ministry of Justice of Meridia",
                                                transit,
                                                48,
                                                planned)));
        must(begun.obstacles());
        UUID transfer = begun.transfer();
        if (transfer == null) {
            throw new AssertionError("not begun");
        }
        return transfer;
    }

    TransferFile file(UUID transfer) {
        return thyme.call(() -> bean(TransferReading.class).file(transfer).orElseThrow());
    }

    TransferStep step(UUID transfer) {
        return new TransferStep(
                transfer, file(transfer).last(), TODAY, "as agreed", "paper 12 of the mission");
    }

    List<Obstacle> take(Caller who, UUID transfer, Function<TransferStep, List<Obstacle>> work) {
        TransferStep step = step(transfer);
        return who.call(() -> work.apply(step));
    }

    List<Obstacle> add(UUID transfer, UUID person) {
        return take(thyme, transfer, step -> bean(Planning.class).add(step, person));
    }

    /// Everything that the journey needs of others.
    void arranged(UUID transfer, int seats) {
        Planning planning = bean(Planning.class);
        must(take(thyme, transfer, s -> planning.agree(s, "Heath Reed", "Ministry of Justice")));
        must(
                take(
                        thyme,
                        transfer,
                        s ->
                                planning.leave(
                                        s,
                                        TransferEvent.Kind.EXIT_CLEARED,
                                        null,
                                        TODAY.plusDays(20))));
        must(take(thyme, transfer, s -> planning.seats(s, seats)));
    }

    void documented(UUID person, LocalDate until) {
        TravelKeeping travel = bean(TravelKeeping.class);
        must(
                thyme.call(() ->
                        travel.request(
                                entry(person), TravelDocument.Type.LAISSEZ_PASSER, MERIDIA)));
        UUID document = thyme.call(() -> travel.documents(List.of(person))).getFirst().id();
        must(
                thyme.call(() ->
                        travel.step(
                                entry(person),
                                document,
                                TravelDocument.Kind.ISSUED,
                                "LP 4711",
                                until)));
    }

    void fit(UUID person) {
        fit(person, Fitness.Conclusion.FIT);
    }

    void fit(UUID person, Fitness.Conclusion conclusion) {
        must(
                thyme.call(() ->
                        bean(TravelKeeping.class)
                                .conclude(
                                        entry(person),
                                        conclusion,
                                        "Dr Yarrow",
                                        "Clinic of the camp",
                                        TODAY.plusDays(2))));
    }

    TravelKeeping.Entry entry(UUID person) {
        UUID seen = thyme.call(() -> bean(TravelKeeping.class).last(List.of(person)));
        return new TravelKeeping.Entry(List.of(person), seen, TODAY, "", "certificate 3");
    }

    /// A plan with these on it, with everything that they need, for today.
    UUID ready(UUID... persons) {
        UUID transfer = plan(TODAY);
        for (UUID person : persons) {
            must(add(transfer, person));
            documented(person, TODAY.plusDays(90));
            fit(person);
            will(person, Will.Kind.RECONFIRMED);
        }
        arranged(transfer, persons.length);
        return transfer;
    }

    UUID frozen(UUID... persons) {
        UUID transfer = ready(persons);
        must(take(thyme, transfer, s -> bean(Manifesting.class).propose(s)));
        must(take(maple, transfer, s -> bean(Manifesting.class).freeze(s)));
        return transfer;
    }

    List<Obstacle> depart(UUID transfer) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
        return depart(transfer, at);
    }

    List<Obstacle> depart(UUID transfer, Instant at) {
        return take(thyme, transfer, s -> bean(Departing.class).depart(s, at, "Gate 2"));
    }

    UUID departed(UUID... persons) {
        UUID transfer = frozen(persons);
        must(depart(transfer));
        return transfer;
    }

    /// So much time goes by since everybody of a transfer left, and nothing else happens: the hour alone is moved.
    void left(UUID transfer, java.time.Duration ago) {
        JdbcClient.create(house.database().superuser())
                .sql(
                        """
                        with moved as (select set_config('session_replication_role', 'replica', true))
                        update nostos.transfer_event set happened_at = clock_timestamp() - ? * interval '1 millisecond'
                        from moved where transfer = ? and kind = 'DEPARTED'
                        """)
                .param(ago.toMillis())
                .param(transfer)
                .update();
    }

    /// Says past the services that people left now.
    String forgedDeparture(UUID transfer) {
        return forged(
                thyme,
                """
                insert into nostos.transfer_event (id, transfer, party, kind, happened_on, happened_at, account, act)
                values (gen_random_uuid(), :transfer, nostos.caller_party(), 'DEPARTED',
                        (clock_timestamp() at time zone 'UTC')::date, clock_timestamp(), nostos.caller_account(), :act)
                """,
                Map.of("transfer", transfer));
    }

    /// Takes a step of the whole transfer past the services.
    String forgedStep(Caller who, UUID transfer, String kind) {
        return forged(
                who,
                """
                insert into nostos.transfer_event (id, transfer, party, kind, happened_on, account, act)
                values (gen_random_uuid(), :transfer, nostos.caller_party(), :kind, '2026-01-01',
                        nostos.caller_account(), :act)
                """,
                Map.of("transfer", transfer, "kind", kind));
    }

    /// Runs a statement of the serving role as the caller, with an act in `:act`, and says what it came to.
    String forged(Caller caller, String sql, Map<String, ?> with) {
        try {
            return as(
                    caller,
                    () -> {
                        UUID act =
                                bean(Acts.class)
                                        .record(
                                                Act.of(
                                                        "transfers.forged",
                                                        Purpose.TRANSFER,
                                                        Map.of()));
                        return "done "
                                + house.jdbc().sql(sql).param("act", act).params(with).update();
                    });
        } catch (DataAccessException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage());
        }
    }

    /// How many rows of a table the caller sees.
    long count(Caller caller, String table) {
        return as(
                caller,
                () ->
                        house.jdbc()
                                .sql("select count(*) from nostos." + table)
                                .query(Long.class)
                                .single());
    }

    static List<String> keys(List<org.nostos.basics.Unmet> unmet) {
        List<String> keys = new ArrayList<>();
        unmet.forEach(one -> keys.add(one.rule().key()));
        return keys;
    }

    @Override
    public void close() {
        committee.close();
    }
}
