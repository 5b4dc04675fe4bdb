package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.identity.EvidenceGrade;
import org.nostos.identity.EvidenceKind;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityEvent;
import org.nostos.identity.NationalityEvent.Consent;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityEvidence;
import org.nostos.identity.NationalityEvidence.Seen;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityKeeping.Entry;
import org.nostos.identity.NationalityKeeping.Interview;
import org.nostos.identity.NationalityStatus;
import org.nostos.identity.NationalityStep;
import org.nostos.identity.Statelessness;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.people.Committee.Row;

/// Whose national somebody is: by case officers, two hands where a state has spoken, behind the walls.
class NationalityTest {

    private static final StateCode MERIDIA = new StateCode("XMA");
    private static final StateCode ORISTAN = new StateCode("XOA");
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static Committee c;
    private static Caller officer;
    private static Caller colleague;
    private static Caller legal;
    private static Caller consul;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
        officer = c.house.committee(Role.CASE_OFFICER);
        colleague = c.house.committee(Role.CASE_OFFICER);
        legal = c.house.committee(Role.LEGAL_REVIEWER);
        consul = c.house.member(c.meridia.party(), Role.CONSULAR_OFFICER);
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void aListAllegesWhatItSaysWithoutAnAct() {
        UUID person = person("Zaytun");
        NationalityFile file = file(person);
        assertThat(file.standings())
                .singleElement()
                .satisfies(now -> {
                    assertThat(now.state()).isEqualTo(MERIDIA);
                    assertThat(now.status()).isEqualTo(NationalityStatus.ALLEGED);
                    assertThat(now.alleged().getFirst().party())
                            .isEqualTo("Authority of the North");
                });
        assertThat(file.last()).isNull();
    }

    @Test
    void fromAClaimToVerifiedWithTwoHands() {
        UUID person = person("Rumman");
        assertThat(keeping(officer, k -> k.claimed(person, entry(person, MERIDIA)))).isEmpty();
        assertThat(
                        keeping(
                                officer,
                                k -> k.evidence(person, entry(person, MERIDIA), passport(), null)))
                .isEmpty();
        assertThat(status(person)).isEqualTo(NationalityStatus.PRESUMED);
        assertThat(
                        keeping(
                                officer,
                                k ->
                                        k.requested(
                                                person,
                                                entry(person, MERIDIA),
                                                TODAY.plusDays(30))))
                .as("to ask is to tell, and Meridia may not be told")
                .extracting(Obstacle::code)
                .containsExactly("unmet.nationality.not-cleared");
        assertThat(
                        keeping(
                                officer,
                                k ->
                                        k.interviewScheduled(
                                                person,
                                                entry(person, MERIDIA),
                                                new Interview(
                                                        TODAY.plusDays(3), "", Consent.REFUSED))))
                .extracting(Obstacle::code)
                .containsExactly("unmet.nationality.interview-consent");
        assertThat(
                        keeping(
                                officer,
                                k ->
                                        k.interviewScheduled(
                                                person,
                                                entry(person, MERIDIA),
                                                new Interview(
                                                        TODAY.plusDays(3),
                                                        "Nawras",
                                                        Consent.GIVEN))))
                .isEmpty();
        assertThat(keeping(officer, k -> k.interviewed(person, entry(person, MERIDIA)))).isEmpty();
        assertThat(verify(officer, person, MERIDIA)).isEmpty();
        assertThat(status(person)).isEqualTo(NationalityStatus.INTERVIEWED);
        NationalityEvent waits = file(person).standings().getFirst().waiting().getFirst();
        UUID seen = file(person).last();
        assertThat(keeping(officer, k -> k.confirm(person, waits.id(), seen)))
                .extracting(Obstacle::code)
                .containsExactly("unmet.nationality.second-hand");
        assertThat(keeping(legal, k -> k.confirm(person, waits.id(), seen))).isEmpty();
        assertThat(status(person)).isEqualTo(NationalityStatus.VERIFIED);
        assertThat(whyNot(person, MERIDIA)).isEmpty();
        assertThat(whyNot(person, ORISTAN)).containsExactly("nationality.not-verified");
    }

    @Test
    void whoLooksAtAnOlderPageWritesNothing() {
        UUID person = person("Kharrub");
        UUID seen = file(person).last();
        assertThat(keeping(officer, k -> k.claimed(person, entry(MERIDIA, seen)))).isEmpty();
        assertThat(keeping(colleague, k -> k.claimed(person, entry(ORISTAN, seen))))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.case.changed");
        assertThat(file(person).standings()).hasSize(1);
    }

    @Test
    void aLegalReviewerRecordsNothingAndOthersSeeNothing() {
        UUID person = person("Sindyan");
        assertThat(keeping(legal, k -> k.claimed(person, entry(person, MERIDIA))))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.nationality.case-officer");
        keeping(officer, k -> k.claimed(person, entry(person, MERIDIA)));
        assertThat(c.count(officer, "nationality_event")).isPositive();
        assertThat(c.count(legal, "nationality_event")).isPositive();
        for (Caller other : List.of(c.holder, c.meridia, consul, c.house.administrator())) {
            assertThat(c.count(other, "nationality_event")).as("%s", other).isZero();
        }
        assertThatThrownBy(() -> forged(consul, person, "CLAIMED", null))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> forged(legal, person, "CLAIMED", null))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aForgedStatementConfirmsNothingOfItsOwn() {
        UUID person = person("Balut");
        assertThat(deny(officer, person, MERIDIA)).isEmpty();
        UUID denial = file(person).standings().getFirst().waiting().getFirst().id();
        assertThatThrownBy(() -> forged(officer, person, "CONFIRMED", denial))
                .rootCause()
                .hasMessageContaining("nobody confirms their own");
        forged(colleague, person, "CONFIRMED", denial);
        assertThat(status(person)).isEqualTo(NationalityStatus.DENIED);
        assertThatThrownBy(() -> forged(legal, person, "CONFIRMED", denial))
                .rootCause()
                .hasMessageContaining("done already");
    }

    @Test
    void whomAllKnownStatesDenyStandsOnTheListOfStatelessness() {
        UUID record = c.accept(c.holder, Row.of("Tin", "Hudhud", "al-Karazi")).getFirst();
        UUID person = c.personOf(record).id();
        denied(person, MERIDIA);
        assertThat(file(person).atRiskOfStatelessness()).isTrue();
        assertThat(onTheList()).contains(person);
        assertThat(c.count(officer, "person_read where person = '" + person + "' and how = 'LIST'"))
                .isPositive();
        keeping(officer, k -> k.claimed(person, entry(person, ORISTAN)));
        assertThat(onTheList()).doesNotContain(person);
        denied(person, ORISTAN);
        assertThat(onTheList()).contains(person);
        awaitKept(person, 1);
        assertThat(onTheList()).as("as the engine keeps it").contains(person);
        UUID row = c.accept(c.holder, Row.of("Rumman", "Hudhud", "al-Karazi")).getFirst();
        UUID other = c.personOf(row).id();
        keeping(officer, k -> k.claimed(other, entry(other, new StateCode("XTA"))));
        assertThat(onTheList()).contains(person);
        c.confirm(record, row, Verdict.SAME);
        assertThat(onTheList()).as("one with a citizen, perhaps, of XTA").doesNotContain(person);
        awaitKept(person, 0);
        assertThat(onTheList()).doesNotContain(person, other);
    }

    /// Until the engine keeps so many lines of this person.
    private static void awaitKept(UUID person, long lines) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (c.count(officer, "stateless_now where person = '" + person + "'") != lines
                && System.nanoTime() < until) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(c.count(officer, "stateless_now where person = '" + person + "'"))
                .isEqualTo(lines);
    }

    @Test
    void whatTwoHandsRecordedTwoHandsTakeBack() {
        UUID person = person("Nakhil");
        denied(person, MERIDIA);
        UUID denial = file(person).standings().getFirst().events().getFirst().id();
        assertThat(
                        keeping(
                                officer,
                                k ->
                                        k.correct(
                                                person,
                                                denial,
                                                "another person's note",
                                                file(person).last())))
                .isEmpty();
        assertThat(status(person)).isEqualTo(NationalityStatus.DENIED);
        UUID correction = file(person).standings().getFirst().waiting().getFirst().id();
        assertThat(keeping(legal, k -> k.confirm(person, correction, file(person).last())))
                .isEmpty();
        assertThat(status(person)).isEqualTo(NationalityStatus.ALLEGED);
    }

    @Test
    void whatWasRecordedOnOneCountsForAllWhoAreJoined() {
        List<UUID> records =
                c.accept(
                        c.holder,
                        Row.of("Dulb", "Hawr", "al-Inabi"),
                        Row.of("Doulb", "Hawr", "al-Inabi"));
        UUID one = c.personOf(records.get(0)).id();
        UUID other = c.personOf(records.get(1)).id();
        keeping(officer, k -> k.claimed(other, entry(other, ORISTAN)));
        c.confirm(records.get(0), records.get(1), Verdict.SAME);
        List<UUID> joined = List.of(one, other);
        assertThat(fileOf(joined).with(ORISTAN)).isPresent();
        assertThat(keeping(officer, k -> k.claimed(one, entry(MERIDIA, fileOf(joined).last()))))
                .isEmpty();
        assertThat(fileOf(joined).with(MERIDIA).orElseThrow().status())
                .isEqualTo(NationalityStatus.CLAIMED);
    }

    private static void denied(UUID person, StateCode state) {
        assertThat(deny(officer, person, state)).isEmpty();
        UUID denial = file(person).with(state).orElseThrow().waiting().getFirst().id();
        assertThat(keeping(colleague, k -> k.confirm(person, denial, file(person).last())))
                .isEmpty();
    }

    private static List<Obstacle> deny(Caller who, UUID person, StateCode state) {
        return keeping(
                who,
                k ->
                        k.found(
                                person,
                                entry(person, state),
                                NationalityStep.DENIED,
                                Rests.STATE_ANSWER));
    }

    private static List<Obstacle> verify(Caller who, UUID person, StateCode state) {
        return keeping(
                who,
                k ->
                        k.found(
                                person,
                                entry(person, state),
                                NationalityStep.VERIFIED,
                                Rests.STATE_ANSWER));
    }

    private interface Work {
        List<Obstacle> on(NationalityKeeping keeping);
    }

    private static List<Obstacle> keeping(Caller who, Work work) {
        return who.call(() -> work.on(c.house.bean(NationalityKeeping.class)));
    }

    private static Entry entry(UUID person, StateCode state) {
        return entry(state, file(person).last());
    }

    private static Entry entry(StateCode state, @Nullable UUID seen) {
        return new Entry(state, TODAY, "Note 7 of the mission", "as written there", seen);
    }

    private static NationalityEvidence passport() {
        return NationalityEvidence.of(EvidenceKind.PASSPORT, EvidenceGrade.PROOF, Seen.ORIGINAL);
    }

    private static NationalityFile file(UUID person) {
        return fileOf(List.of(person));
    }

    private static NationalityFile fileOf(List<UUID> persons) {
        return officer.call(() -> c.house.bean(Nationalities.class).of(persons, AsOf.now()));
    }

    private static NationalityStatus status(UUID person) {
        return file(person).with(MERIDIA).orElseThrow().status();
    }

    private static List<String> whyNot(UUID person, StateCode state) {
        return officer.call(() ->
                c
                        .house
                        .bean(Nationalities.class)
                        .whyNot(List.of(person), state, AsOf.now())
                        .stream()
                        .map(line -> line.rule().key())
                        .toList());
    }

    /// The list as it is printed, and as it is paged: whoever has changed since the engine looked is
    /// worked out on the way.
    private static List<UUID> onTheList() {
        List<Statelessness.Line> lines =
                officer.call(() -> c.house.bean(Statelessness.class).all());
        List<UUID> listed = lines.stream().map(line -> line.person().id()).toList();
        assertThat(officer.call(() -> c.house.bean(Statelessness.class).order()))
                .containsExactlyElementsOf(listed);
        assertThat(officer.call(() -> c.house.bean(Statelessness.class).keys(true, true)))
                .as("what the list is sorted by")
                .containsExactlyElementsOf(lines.stream().map(NationalityTest::key).toList());
        return listed;
    }

    private static Statelessness.Key key(Statelessness.Line line) {
        return new Statelessness.Key(
                line.person().id(),
                line.since(),
                line.states().stream()
                        .map(now -> now.state().value())
                        .collect(Collectors.joining(", ")),
                line.person(),
                line.record().named());
    }

    private static int forged(Caller who, UUID person, String kind, @Nullable UUID of) {
        return c.as(
                who,
                () -> {
                    UUID act =
                            c.house
                                    .bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "identity.nationality-claimed",
                                                    Purpose.CASEWORK,
                                                    Map.of()));
                    return c.update(
                            """
                            insert into nostos.nationality_event (id, person, party, state, kind, happened_on, source, reason,
                                                                  of_event, root, account, act)
                            select i, ?, nostos.caller_party(), 'XMA', ?, current_date, 'a note', '', ?::uuid,
                                   coalesce(?::uuid, i), nostos.caller_account(), ?
                            from gen_random_uuid() i
                            """,
                            person,
                            kind,
                            of == null ? null : of.toString(),
                            of == null ? null : of.toString(),
                            act);
                });
    }

    private static UUID person(String given) {
        UUID record = c.accept(c.holder, Row.of(given, "Hudhud", "al-Karazi")).getFirst();
        return c.personOf(record).id();
    }
}
