package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nostos.legal.LawHouse.MERIDIA;
import static org.nostos.legal.LawHouse.ORISTAN;
import static org.nostos.legal.LawHouse.codes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.CaseLists;
import org.nostos.cases.Cases;
import org.nostos.cases.CasesThen;
import org.nostos.evidence.Evidence;
import org.nostos.evidence.EvidenceEvent.Hands;
import org.nostos.evidence.EvidenceEvent.Kind;
import org.nostos.evidence.EvidenceEvent.Use;
import org.nostos.evidence.EvidenceItem;
import org.nostos.evidence.EvidenceItem.About;
import org.nostos.evidence.EvidenceItem.Compartment;
import org.nostos.evidence.EvidenceItem.Origin;
import org.nostos.evidence.EvidenceItems.Part;
import org.nostos.evidence.EvidenceKeeping;
import org.nostos.evidence.EvidenceStanding;
import org.nostos.evidence.EvidenceStanding.Coercion;
import org.nostos.evidence.EvidenceStep;
import org.nostos.evidence.Recipient;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;

/// The register of evidence: nobody relies on what torture may have made (Convention against Torture,
/// art. 15), and nothing under its originator's control goes further without the originator's word.
class EvidenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static LawHouse law;

    @BeforeAll
    static void open() {
        law = new LawHouse();
    }

    @AfterAll
    static void close() {
        law.close();
    }

    @Test
    void nobodyReliesOnWhatTortureMayHaveMadeUntilTwoHandsFoundOtherwise() {
        UUID person = law.person(null);
        UUID item = item(person, false, Compartment.CASE).id();
        assertThat(take(law.thyme, item, Kind.ALLEGED)).isEmpty();
        assertThat(take(law.maple, item, Kind.RELIED_ON)).containsExactly("unmet.evidence.alleged");
        assertThat(keptBack(person, MERIDIA)).containsExactly("evidence.alleged");
        assertThat(take(law.maple, item, Kind.DISMISSAL_PROPOSED)).isEmpty();
        assertThat(take(law.maple, item, Kind.RELIED_ON)).containsExactly("unmet.evidence.alleged");
        assertThat(take(law.maple, item, Kind.DISMISSED))
                .containsExactly("unmet.evidence.two-hands");
        assertThat(take(law.thyme, item, Kind.DISMISSED)).containsExactly("obstacle.legal.role");
        assertThat(take(law.cedar, item, Kind.DISMISSED)).isEmpty();
        assertThat(take(law.maple, item, Kind.RELIED_ON)).isEmpty();
        assertThat(keptBack(person, MERIDIA)).isEmpty();
    }

    @Test
    void whatIsReliedOnAndThenEstablishedRaisesAnAlarm() {
        UUID person = law.person(null);
        UUID item = item(person, false, Compartment.CASE).id();
        take(law.maple, item, Kind.RELIED_ON);
        assertThat(alarms(person)).containsExactly("evidence.defence");
        take(law.maple, item, Kind.DISCLOSED);
        assertThat(alarms(person)).isEmpty();
        assertThat(take(law.maple, item, Kind.ESTABLISHED)).isEmpty();
        assertThat(alarms(person)).containsExactly("evidence.relied");
        assertThat(take(law.cedar, item, Kind.RELIED_ON)).containsExactly("unmet.evidence.torture");
        assertThat(take(law.cedar, item, Kind.NOT_RELIED_ON)).isEmpty();
        assertThat(alarms(person)).isEmpty();
    }

    @Test
    void whatTheEvidenceAlarmsStandsOnTheBoardOfAlarms() {
        UUID person = law.person(null);
        law.thyme.run(() ->
                assertThat(
                                law.bean(Cases.class)
                                        .open(List.of(person), "held at a site of the north")
                                        .opened())
                        .isOne());
        UUID item = item(person, false, Compartment.CASE).id();
        assertThat(board(person)).doesNotContain("evidence.relied", "evidence.defence");
        take(law.maple, item, Kind.RELIED_ON);
        assertThat(board(person)).contains("evidence.defence");
        take(law.maple, item, Kind.ESTABLISHED);
        assertThat(board(person)).contains("evidence.relied", "evidence.defence");
        take(law.cedar, item, Kind.NOT_RELIED_ON);
        assertThat(board(person)).doesNotContain("evidence.relied", "evidence.defence");
    }

    private static List<String> board(UUID person) {
        CasesThen.Outcome now =
                law.thyme.call(() -> law.bean(CasesThen.class).of(AsOf.now(), Set.of(person)));
        return ((CasesThen.Outcome.Read) now)
                .boards().alarms().stream().map(CaseLists.Alarm::rule).toList();
    }

    @Test
    void anItemUnderControlIsListedForNobodyBeforeItsOriginatorAgreed() {
        UUID person = law.person(null);
        UUID item = item(person, true, Compartment.CASE).id();
        assertThat(keptBack(person, MERIDIA)).containsExactly("evidence.originator");
        assertThat(take(law.maple, item, Kind.DISCLOSED))
                .containsExactly("unmet.evidence.originator");
        assertThat(consent(item, Kind.CONSENTED, Recipient.state(MERIDIA))).isEmpty();
        assertThat(keptBack(person, MERIDIA)).isEmpty();
        assertThat(keptBack(person, ORISTAN)).containsExactly("evidence.originator");
        assertThat(consent(item, Kind.CONSENTED, Recipient.DEFENCE)).isEmpty();
        assertThat(take(law.maple, item, Kind.DISCLOSED)).isEmpty();
        assertThat(consent(item, Kind.CONSENT_WITHDRAWN, Recipient.state(MERIDIA))).isEmpty();
        assertThat(keptBack(person, MERIDIA)).containsExactly("evidence.originator");
    }

    @Test
    void theChainOfCustodyTellsItsGaps() {
        UUID person = law.person(null);
        UUID item = item(person, false, Compartment.CASE).id();
        assertThat(hand(item, "Depot of the North", "Court clerk Ash")).isEmpty();
        assertThat(standing(item).keeper()).isEqualTo("Court clerk Ash");
        assertThat(standing(item).seal()).isEqualTo("S-1");
        assertThat(alarms(person)).isEmpty();
        assertThat(hand(item, "Somebody else", "Laboratory Lime")).isEmpty();
        assertThat(alarms(person)).containsExactly("evidence.chain");
        assertThat(take(law.thyme, item, Kind.LOST)).isEmpty();
        assertThat(keptBack(person, MERIDIA)).containsExactly("evidence.lost");
    }

    @Test
    void counselSeesWhatWasDisclosedToTheDefenceOfItsClientsAndQuestionsIt() {
        UUID person = law.person(null);
        UUID shown = item(person, false, Compartment.LAW).id();
        item(person, false, Compartment.CASE);
        Representation counsel = law.bean(Representation.class);
        law.thyme.call(() -> counsel.appoint(LawHouse.step(person, null), law.linden.account()));
        assertThat(of(law.linden, person)).isEmpty();
        assertThat(take(law.linden, shown, Kind.ALLEGED))
                .containsExactly("obstacle.evidence.no-item");
        assertThat(take(law.maple, shown, Kind.DISCLOSED)).isEmpty();
        assertThat(of(law.linden, person)).extracting(EvidenceItem::id).containsExactly(shown);
        assertThat(of(law.alder, person)).isEmpty();
        assertThat(take(law.linden, shown, Kind.DISMISSED)).containsExactly("obstacle.legal.role");
        assertThat(take(law.linden, shown, Kind.ALLEGED)).isEmpty();
        assertThat(standing(shown).coercion()).isEqualTo(Coercion.ALLEGED);
    }

    @Test
    void theLawsCompartmentIsClosedToCaseOfficersAndAllOfItToEverybodyElse() {
        UUID person = law.person(null);
        item(person, false, Compartment.LAW);
        item(person, false, Compartment.CASE);
        assertThat(of(law.maple, person)).hasSize(2);
        assertThat(of(law.thyme, person)).hasSize(1);
        for (Caller other :
                List.of(law.consul, law.heron, law.sage, law.house.administrator(), law.linden)) {
            assertThat(of(other, person)).isEmpty();
            for (String table : List.of("evidence_event", "evidence_link")) {
                Long rows =
                        law.as(
                                other,
                                () ->
                                        law.house
                                                .jdbc()
                                                .sql("select count(*) from nostos." + table)
                                                .query(Long.class)
                                                .single());
                assertThat(rows).isZero();
            }
        }
        assertThat(
                        codes(
                                law.thyme.call(() ->
                                        keeping()
                                                .register(
                                                        List.of(person),
                                                        about(false, Compartment.LAW),
                                                        "found"))))
                .containsExactly("obstacle.legal.role");
    }

    @Test
    void aForgedStepIsRefusedByTheDatabase() {
        UUID person = law.person(null);
        UUID item = item(person, true, Compartment.CASE).id();
        take(law.maple, item, Kind.ALLEGED);
        assertThatThrownBy(() -> forged(law.maple, item, "RELIED_ON", "REVIEW"))
                .rootCause()
                .hasMessageContaining("torture");
        assertThatThrownBy(() -> forged(law.maple, item, "DISCLOSED", null))
                .rootCause()
                .hasMessageContaining("originator");
        take(law.maple, item, Kind.DISMISSAL_PROPOSED);
        assertThatThrownBy(() -> forged(law.maple, item, "DISMISSED", null))
                .rootCause()
                .hasMessageContaining("not to this hand");
        assertThatThrownBy(() -> forged(law.thyme, item, "DISMISSED", null))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void anItemSpeaksOfManyAndALinkCanBeTakenBack() {
        UUID one = law.person(null);
        UUID other = law.person(null);
        EvidenceItem item = item(one, false, Compartment.CASE);
        assertThat(link(item.number(), other)).isEmpty();
        assertThat(link(item.number(), other)).containsExactly("obstacle.evidence.linked");
        assertThat(link(999_999, other)).containsExactly("obstacle.evidence.no-item");
        assertThat(of(law.maple, other)).hasSize(1);
        Instant before = Instant.now();
        assertThat(
                        codes(
                                law.thyme.call(() ->
                                        keeping()
                                                .unlink(
                                                        item.id(),
                                                        List.of(other),
                                                        DAY,
                                                        "a namesake"))))
                .isEmpty();
        assertThat(of(law.maple, other)).isEmpty();
        AsOf then = new AsOf(LawDesk.today(), before);
        assertThat(law.maple.call(() -> evidence().of(List.of(other), then))).hasSize(1);
        assertThat(law.maple.call(() -> evidence().page(Part.ALL, 0, 10))).isNotEmpty();
    }

    private static int forged(Caller who, UUID item, String kind, @Nullable String use) {
        return law.as(
                who,
                () ->
                        law.house
                                .jdbc()
                                .sql(
                                        """
                                        insert into nostos.evidence_event (id, item, party, kind, use, happened_on, reason,
                                                                           account, act)
                                        values (gen_random_uuid(), :item, nostos.caller_party(), :kind, :use, '2026-03-02',
                                                'x', nostos.caller_account(), :act)
                                        """)
                                .param("item", item)
                                .param("kind", kind)
                                .param("use", use)
                                .param(
                                        "act",
                                        law.bean(Acts.class)
                                                .record(
                                                        Act.of(
                                                                "evidence.lost",
                                                                Purpose.CASEWORK,
                                                                Map.of("test", 1))))
                                .update());
    }

    private static Evidence evidence() {
        return law.bean(Evidence.class);
    }

    private static EvidenceKeeping keeping() {
        return law.bean(EvidenceKeeping.class);
    }

    private static About about(boolean controlled, Compartment compartment) {
        return new About(
                "A ledger",
                Origin.MILITARY,
                "Force of the North",
                controlled,
                "Depot 4",
                "Depot of the North",
                "a".repeat(64),
                compartment,
                DAY,
                "receipt 12");
    }

    private static EvidenceItem item(UUID person, boolean controlled, Compartment compartment) {
        assertThat(
                        law.maple.<List<Obstacle>, RuntimeException>call(() ->
                                keeping()
                                        .register(
                                                List.of(person),
                                                about(controlled, compartment),
                                                "found in a house")))
                .isEmpty();
        return of(law.maple, person).getLast();
    }

    private static List<EvidenceItem> of(Caller who, UUID person) {
        return who.call(() -> evidence().of(List.of(person), AsOf.now())).stream()
                .map(Evidence.Line::item)
                .toList();
    }

    private static EvidenceStanding standing(UUID item) {
        return law.maple
                .call(() -> evidence().file(item, Purpose.LEGAL_REVIEW))
                .orElseThrow()
                .line()
                .standing();
    }

    private static List<String> alarms(UUID person) {
        return keys(law.maple.call(() -> evidence().alarms(List.of(person), AsOf.now())));
    }

    private static List<String> keptBack(UUID person, StateCode state) {
        return law.maple.call(() -> evidence().listing(List.of(person), state)).keptBack().stream()
                .flatMap(back -> keys(back.why()).stream())
                .toList();
    }

    private static List<String> keys(List<Unmet> unmet) {
        return unmet.stream().map(line -> line.rule().key()).toList();
    }

    private static List<String> take(Caller who, UUID item, Kind kind) {
        return take(who, item, kind, null, null);
    }

    private static List<String> consent(UUID item, Kind kind, Recipient recipient) {
        return take(law.thyme, item, kind, recipient, null);
    }

    private static List<String> hand(UUID item, String giver, String receiver) {
        return take(
                law.thyme, item, Kind.HANDED, null, new Hands(giver, receiver, "Room 2", "S-1"));
    }

    private static List<String> take(
            Caller who,
            UUID item,
            Kind kind,
            @Nullable Recipient recipient,
            @Nullable Hands hands) {
        Optional<Evidence.File> seen =
                law.maple.call(() -> evidence().file(item, Purpose.LEGAL_REVIEW));
        EvidenceStep step =
                new EvidenceStep(
                        kind,
                        seen.orElseThrow().line().item().last(),
                        DAY.plusDays(1),
                        recipient,
                        Use.REVIEW,
                        hands,
                        "as the papers say",
                        "paper 1");
        return codes(who.call(() -> keeping().step(item, step)));
    }

    private static List<String> link(long number, UUID person) {
        return codes(
                law.thyme.call(
                        () -> keeping().link(number, List.of(person), DAY, "the same house")));
    }
}
