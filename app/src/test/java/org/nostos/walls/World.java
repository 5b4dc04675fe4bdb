package org.nostos.walls;

import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.ORISTAN;
import static org.nostos.requests.Ministry.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.cases.Cases;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.custody.PropertyKeeping;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.Pair;
import org.nostos.identity.SplitPlan;
import org.nostos.identity.Splitting;
import org.nostos.identity.Verdict;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarStep;
import org.nostos.legal.Bars;
import org.nostos.legal.Ground;
import org.nostos.legal.LawStep;
import org.nostos.legal.OrderKeeping;
import org.nostos.legal.Representation;
import org.nostos.legal.ReviewKeeping;
import org.nostos.legal.WillKeeping;
import org.nostos.parties.Caller;
import org.nostos.parties.HouseSetup;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Compartment;
import org.nostos.registry.Kin;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinKeeping;
import org.nostos.registry.KinRelation;
import org.nostos.registry.NotesApart;
import org.nostos.registry.Persons;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Ministry;
import org.nostos.requests.NoteEvent.Kind;

/// A house as it stands, and the same house with one person more, whom nobody disclosed to Meridia, whom
/// Linden does not represent and whom the North never held; with all that the committee, Oristan and
/// Alder do about them.
final class World implements AutoCloseable {

    final Ministry m = new Ministry();
    final Caller north = m.committee.holder;
    final Caller south =
            m.committee.house.party(
                    PartyKind.HOLDING_AUTHORITY,
                    "Authority of the South",
                    null,
                    Role.INTAKE_OFFICER);
    final Caller linden =
            m.committee.house.party(PartyKind.LEGAL_AID, "Linden Legal Aid", null, Role.COUNSEL);
    final Caller alder = m.committee.house.member(linden.party(), Role.COUNSEL);
    final Caller heron =
            m.committee.house.party(PartyKind.MONITOR, "Heron Watch", null, Role.MONITOR);
    final Caller analyst = m.committee.house.committee(Role.ANALYST);
    final Caller sage =
            m.committee.house.party(
                    PartyKind.REVIEW_BODY, "Board of Review", null, Role.INDEPENDENT_REVIEWER);
    private final UUID knownRecord;
    final UUID known;

    World(boolean withOneMore) {
        m.committee
                .house
                .administrator()
                .call(() ->
                        m.bean(HouseSetup.class).nameReviewBody("Board of Review", "decree 12"));
        knownRecord = record(north, "Zaytun", "1984-05-01");
        known = person(knownRecord);
        opened(known);
        represented(known, linden);
        barred(known, Ground.TORTURE);
        claimed(known);
        m.sent(MERIDIA, AskedFor.NATIONALITY, today(), known);
        UUID hiddenRecord = withOneMore ? record(south, "Rumman", "1990-02-07") : null;
        UUID hidden = hiddenRecord == null ? null : person(hiddenRecord);
        if (hidden != null && hiddenRecord != null) {
            about(hidden);
            joinedAndParted(hiddenRecord);
        }
        later(hidden);
    }

    /// A note of before that person and one of after, whose draft named them for a while.
    private void later(@Nullable UUID hidden) {
        UUID other = person(record(north, "Kharrub", "1971-03-03"));
        opened(other);
        List<UUID> cleared = new ArrayList<>();
        if (hidden != null) {
            cleared.add(m.cleared(hidden, MERIDIA, AskedFor.ACCEPTANCE));
        }
        cleared.add(m.cleared(other, MERIDIA, AskedFor.ACCEPTANCE));
        UUID note = m.begun(MERIDIA, AskedFor.ACCEPTANCE);
        for (UUID one : cleared) {
            must(m.put(note, List.of(one)));
        }
        if (hidden != null) {
            UUID first = m.file(note).lines().getFirst().line().id();
            must(
                    m.officer.call(() ->
                            m.bean(org.nostos.requests.NoteKeeping.class)
                                    .remove(note, first, "asks us not to")));
            m.sent(ORISTAN, AskedFor.NATIONALITY, today(), known);
        }
        must(m.step(m.colleague, note, Kind.CLEARED));
        must(m.step(m.legal, note, Kind.CLEARED));
        must(m.step(m.legal, note, Kind.SIGNED));
        must(m.step(m.officer, note, Kind.SENT));
        must(m.step(m.officer, note, Kind.DELIVERED));
        must(m.answer(m.meridia, note, 1, AnswerForm.of(AnswerKind.ACCEPTED)));
    }

    private void about(UUID hidden) {
        opened(hidden);
        represented(hidden, alder);
        barred(hidden, Ground.PERSECUTION);
        claimed(hidden);
        m.keeper.run(() ->
                m.bean(NotesApart.class)
                        .write(hidden, Compartment.ASYLUM, "Was afraid to say it."));
        UUID asked = m.sent(ORISTAN, AskedFor.ACCEPTANCE, today(), hidden);
        must(m.answer(m.oristan, asked, 1, AnswerForm.of(AnswerKind.ACCEPTED)));
        m.draftAbout(MERIDIA, AskedFor.NATIONALITY, hidden);
        UUID withdrawn = m.cleared(hidden, MERIDIA, AskedFor.TRAVEL_DOCUMENT);
        must(
                m.officer.call(() ->
                        m.bean(org.nostos.requests.Disclosing.class)
                                .withdraw(
                                        withdrawn,
                                        List.of(hidden),
                                        "asks us not to",
                                        m.lastSaid(withdrawn, List.of(hidden)))));
        must(m.officer.call(() -> m.bean(OrderKeeping.class).record(step(hidden, null), MERIDIA)));
        must(m.officer.call(() -> m.bean(ReviewKeeping.class).open(step(hidden, null))));
        must(
                m.officer.call(() ->
                        m.bean(WillKeeping.class)
                                .inform(
                                        step(hidden, null),
                                        MERIDIA,
                                        new WillKeeping.How("Arabic", null, null))));
        must(
                m.officer.call(() ->
                        m.bean(PropertyKeeping.class)
                                .seal(
                                        List.of(hidden),
                                        new PropertyKeeping.Sealing(
                                                today(), "S-1", "Reed", "1 ring", "form 5"))));
        kin(hidden);
    }

    private void kin(UUID hidden) {
        KinKeeping.Proposal tie =
                new KinKeeping.Proposal(
                        known,
                        "",
                        null,
                        KinRelation.SPOUSE,
                        KinEvent.Marriage.CIVIL,
                        KinEvent.Grade.DOCUMENTED,
                        true,
                        today(),
                        "family book");
        must(m.officer.call(() -> m.bean(KinKeeping.class).propose(hidden, tie, null)));
        UUID last = m.officer.call(() -> m.bean(Kin.class).of(List.of(hidden), AsOf.now()).last());
        UUID id =
                m.officer.call(() ->
                        m.bean(Kin.class).of(List.of(hidden), AsOf.now()).ties().getFirst().id());
        must(
                m.legal.call(() ->
                        m.bean(KinKeeping.class)
                                .step(
                                        hidden,
                                        id,
                                        new KinKeeping.Step(
                                                KinEvent.Kind.CONFIRMED,
                                                today(),
                                                null,
                                                "read it",
                                                last))));
    }

    /// Held to be one person with whom Meridia and Linden know, worked on as one, and taken apart.
    private void joinedAndParted(UUID hiddenRecord) {
        judge(m.keeper, hiddenRecord);
        judge(m.second, hiddenRecord);
        barred(known, Ground.HEALTH);
        must(m.officer.call(() -> m.bean(OrderKeeping.class).record(step(known, null), ORISTAN)));
        admitted(known, "Site South");
        Map<UUID, Integer> places = Map.of(knownRecord, 1, hiddenRecord, 2);
        SplitPlan plan =
                m.keeper.call(
                        () -> m.bean(Splitting.class).plan(known, places, Map.of()).orElseThrow());
        Map<String, Integer> chosen = new HashMap<>();
        List<SplitPlan.Line> open = plan.lines().stream().filter(SplitPlan.Line::isOpen).toList();
        open.forEach(line -> chosen.put(line.key(), mine.contains(line.act().id()) ? 1 : 2));
        UUID split =
                m.keeper
                        .call(() ->
                                m.bean(Splitting.class)
                                        .draft(known, places, chosen, "the fathers differ"))
                        .split();
        if (split == null) {
            throw new AssertionError("no split");
        }
        must(m.second.call(() -> m.bean(Splitting.class).carryOut(split, "I read both files")));
    }

    /// What stood on the known person before the two were held to be one.
    private final java.util.Set<UUID> mine = new java.util.HashSet<>();

    private void judge(Caller who, UUID hiddenRecord) {
        if (mine.isEmpty()) {
            mine.addAll(factsOf(known));
        }
        who.run(() ->
                m.bean(IdentityReview.class)
                        .judge(
                                Pair.of(knownRecord, hiddenRecord),
                                Verdict.SAME,
                                "the names agree"));
    }

    private List<UUID> factsOf(UUID person) {
        List<UUID> ids = new ArrayList<>();
        for (String table :
                owner().sql(
                                """
                                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname = 'nostos' and c.relkind = 'r'
                                  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'person')
                                  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id')
                                """)
                        .query(String.class)
                        .list()) {
            ids.addAll(
                    owner().sql("select id from nostos." + table + " where person = ?")
                            .param(person)
                            .query(UUID.class)
                            .list());
        }
        return ids;
    }

    org.springframework.jdbc.core.simple.JdbcClient owner() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(
                m.committee.house.database().superuser());
    }

    private UUID record(Caller holder, String given, String born) {
        return m.committee
                .accept(
                        holder,
                        LocalDate.of(2026, 3, 1),
                        List.of(new Row(given, "Tin", "al-Nakhli", born, "")))
                .getFirst();
    }

    private UUID person(UUID record) {
        return m.as(
                m.officer, () -> m.bean(Persons.class).ofRecords(List.of(record)).getFirst().id());
    }

    private void opened(UUID person) {
        m.officer.call(() -> m.bean(Cases.class).open(List.of(person), "held"));
        admitted(person, "Site North");
    }

    private void admitted(UUID person, String site) {
        CustodyKeeping custody = m.bean(CustodyKeeping.class);
        UUID last = m.officer.call(() -> custody.file(List.of(person), AsOf.now()).last());
        CustodyKind kind = last == null ? CustodyKind.ADMITTED : CustodyKind.MOVED;
        CustodyEntry entry =
                new CustodyEntry(
                        kind,
                        PartialDate.ofDay(today().minusDays(9)),
                        kind == CustodyKind.MOVED
                                ? null
                                : HoldingAuthority.named("Northern Administration"),
                        null,
                        site,
                        "",
                        kind == CustodyKind.MOVED ? null : LegalGround.PRE_TRIAL,
                        "",
                        "a list",
                        "");
        must(m.officer.call(() -> custody.record(List.of(person), entry, last)));
    }

    private void represented(UUID person, Caller counsel) {
        must(
                m.officer.call(() ->
                        m.bean(Representation.class)
                                .appoint(step(person, null), counsel.account())));
    }

    private void claimed(UUID person) {
        must(
                m.officer.call(() ->
                        m.bean(NationalityKeeping.class)
                                .claimed(
                                        person,
                                        new NationalityKeeping.Entry(
                                                MERIDIA, today(), "own word", "", null))));
    }

    /// A bar was found, and its lifting waits for the body.
    private void barred(UUID person, Ground ground) {
        BarKeeping bars = m.bean(BarKeeping.class);
        bar(m.legal, person, ground, bars::find);
        bar(m.legal, person, ground, step -> bars.proposeLift(step, today().plusMonths(3)));
    }

    private void bar(
            Caller who, UUID person, Ground ground, Function<BarStep, List<Obstacle>> act) {
        UUID seen =
                m.as(who, () -> m.bean(Bars.class).of(List.of(person))).stream()
                        .filter(e -> e.ground() == ground)
                        .reduce((_, latest) -> latest)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        must(who.call(() -> act.apply(new BarStep(step(person, seen), MERIDIA, ground))));
    }

    private static LawStep step(UUID person, @Nullable UUID seen) {
        return new LawStep(List.of(person), seen, today(), "as the papers say", "paper 1");
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }

    @Override
    public void close() {
        m.close();
    }
}
