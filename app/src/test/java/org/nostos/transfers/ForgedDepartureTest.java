package org.nostos.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.transfers.Voyage.ORISTAN;
import static org.nostos.transfers.Voyage.TODAY;
import static org.nostos.transfers.Voyage.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.PartialDate;
import org.nostos.basics.StateCode;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyFile;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.legal.Determination;
import org.nostos.legal.ExclusionKeeping;
import org.nostos.legal.Ground;
import org.nostos.registry.KinRelation;
import org.nostos.transfers.TransferEvent.Kind;

/// Who goes past the services meets the same conditions: every one of them is asked of a forged statement as well (Fourth
/// Geneva Convention, art. 45 and 127; Convention on the Rights of the Child, art. 9 and 20; Chicago Convention, Annex 9).
class ForgedDepartureTest {

    private static final LocalDate LATER = TODAY.plusDays(60);

    private static Voyage v;

    @BeforeAll
    static void open() {
        v = new Voyage();
    }

    @AfterAll
    static void close() {
        v.close();
    }

    @Test
    void aFamilyIsNotPartedByAForgedStatement() {
        UUID wife = v.cleared(LATER);
        UUID husband = v.cleared(LATER);
        UUID transfer = v.frozen(wife);
        v.married(wife, husband);
        assertThat(codes(v.depart(transfer))).containsExactly("unmet.family.unity");
        assertThat(v.forgedDeparture(transfer)).contains("no departure: a family would be parted");
    }

    @Test
    void aChildLeavesWithItsParentsUnlessAPanelDecidesOtherwise() {
        UUID mother = v.cleared(LATER);
        UUID child = child(Determination.Option.GOES_WITH_FAMILY);
        v.tied(child, mother, KinRelation.MOTHER, null);
        UUID alone = boundFor(List.of(), child);
        forgedArrangement(alone, 1);
        assertThat(codes(v.depart(alone)))
                .containsExactly("unmet.transfer.child-escort", "unmet.family.unity");
        assertThat(v.forgedDeparture(alone)).contains("no departure: a family would be parted");

        UUID other = child(Determination.Option.GOES_WITHOUT_FAMILY);
        v.tied(other, v.cleared(LATER), KinRelation.MOTHER, null);
        UUID apart = boundFor(List.of(), other);
        forgedArrangement(apart, 1);
        assertThat(codes(v.depart(apart))).containsExactly("unmet.transfer.child-escort");
        assertThat(v.forgedDeparture(apart))
                .contains("no departure: a child has nobody to go with");
    }

    @Test
    void leaveToExitAndToPassAndTheReceiversWordAndSeatsAreAskedToo() {
        UUID person = v.person();
        v.clear(person, LATER, ORISTAN);
        UUID transfer = boundFor(List.of(ORISTAN), person);
        assertThat(forgedFreeze(transfer)).isEqualTo("done 1");
        assertThat(v.forgedDeparture(transfer)).contains("the receiving side has not agreed");
        assertThat(v.forgedStep(v.maple, transfer, "AGREED")).doesNotContain("done");

        assertThat(departureWithout(Kind.EXIT_CLEARED)).contains("no departure: no leave to exit");
        assertThat(departureWithout(Kind.TRANSIT_CLEARED))
                .contains("no departure: no leave to pass");
        assertThat(departureWithout(Kind.SEATS_HELD))
                .contains("no departure: there are not seats for all");
        assertThat(departureWithout(Kind.ESCORT_NAMED))
                .contains("no departure: nobody goes with the ill");
        // Nothing is missing but that custody says so in the same transaction.
        assertThat(departureWithout(Kind.PLANNED)).contains("custody says otherwise");
    }

    @Test
    void aHoldersPolicyAndAnEscapeKeepThemBack() {
        UUID person = v.cleared(LATER);
        UUID gone = v.cleared(LATER);
        UUID one = v.frozen(person);
        UUID other = v.frozen(gone);
        Voyage.must(
                v.maple.call(
                        () -> v.bean(ExclusionKeeping.class).record(Voyage.law(person, null))));
        Voyage.must(custody(gone, CustodyKind.ESCAPED));
        assertThat(codes(v.depart(one))).containsExactly("unmet.law.excluded");
        assertThat(codes(v.depart(other))).containsExactly("unmet.transfer.held");
        assertThat(v.forgedDeparture(one)).contains("a policy of the holder keeps them back");
        assertThat(v.forgedDeparture(other)).contains("no departure: nobody holds them");
    }

    @Test
    void whoIsOnTheWayIsHeldNowhereElse() {
        UUID person = v.cleared(LATER);
        UUID transfer = v.departed(person);
        assertThat(codes(custody(person, CustodyKind.RETURNED)))
                .containsExactly("obstacle.custody.by-transfer");
        assertThat(forgedCustody(person, "RETURNED")).contains("they are on the way");
        assertThat(forgedCustody(person, "REPATRIATED")).contains("no transfer says so");
        CustodyFile file = custody(person);
        UUID departed = Objects.requireNonNull(file.track().since()).id();
        assertThat(
                        codes(
                                v.thyme.call(() ->
                                        v.bean(CustodyKeeping.class)
                                                .takeBack(
                                                        List.of(person),
                                                        departed,
                                                        "by mistake",
                                                        file.last()))))
                .containsExactly("obstacle.custody.by-transfer");
        assertThat(v.file(transfer).standing().state()).isEqualTo(TransferStanding.State.DEPARTED);
        assertThat(forgedCustody(v.person(), "DEPARTED")).contains("no transfer says so");
    }

    private static UUID child(Determination.Option option) {
        UUID child = v.person(TODAY.minusYears(9).toString());
        v.best(child, option);
        v.rule(child, Voyage.MERIDIA, Ground.BEST_INTERESTS);
        v.clear(child, LATER);
        return child;
    }

    /// A plan with these on it who have what they need; nothing is arranged for the journey.
    private static UUID boundFor(List<StateCode> transit, UUID... persons) {
        UUID transfer = v.plan(TODAY, transit);
        for (UUID person : persons) {
            Voyage.must(v.add(transfer, person));
            v.documented(person, TODAY.plusDays(90));
            v.fit(person);
            v.will(person, org.nostos.legal.Will.Kind.RECONFIRMED);
        }
        return transfer;
    }

    private static void forgedArrangement(UUID transfer, int seats) {
        v.arranged(transfer, seats);
        assertThat(forgedFreeze(transfer)).isEqualTo("done 1");
    }

    private static String forgedFreeze(UUID transfer) {
        assertThat(v.forgedStep(v.cumin, transfer, "FREEZE_PROPOSED")).isEqualTo("done 1");
        return v.forgedStep(v.maple, transfer, "FROZEN");
    }

    /// What a forged departure comes to when everything is arranged but one thing.
    private static String departureWithout(Kind missing) {
        UUID person = v.person();
        v.clear(person, LATER, ORISTAN);
        UUID transfer = boundFor(List.of(ORISTAN), person);
        v.fit(person, Fitness.Conclusion.FIT_WITH_MEDICAL_ESCORT);
        Planning planning = v.bean(Planning.class);
        Voyage.must(v.take(v.thyme, transfer, s -> planning.agree(s, "Heath Reed", "Ministry")));
        for (Kind kind :
                List.of(
                        Kind.EXIT_CLEARED,
                        Kind.TRANSIT_CLEARED,
                        Kind.SEATS_HELD,
                        Kind.ESCORT_NAMED)) {
            if (kind != missing) {
                Voyage.must(v.take(v.thyme, transfer, s -> arrange(planning, s, kind)));
            }
        }
        assertThat(forgedFreeze(transfer)).isEqualTo("done 1");
        return v.forgedDeparture(transfer);
    }

    private static List<org.nostos.basics.Obstacle> arrange(
            Planning planning, TransferStep step, Kind kind) {
        return switch (kind) {
            case SEATS_HELD -> planning.seats(step, 2);
            case ESCORT_NAMED -> planning.escort(step, EscortKind.MEDICAL, "Dr Yarrow", "Clinic");
            default ->
                    planning.leave(
                            step,
                            kind,
                            kind == Kind.EXIT_CLEARED ? null : ORISTAN,
                            TODAY.plusDays(20));
        };
    }

    private static CustodyFile custody(UUID person) {
        return v.thyme.call(() ->
                v.bean(CustodyKeeping.class).file(List.of(person), org.nostos.basics.AsOf.now()));
    }

    private static List<org.nostos.basics.Obstacle> custody(UUID person, CustodyKind kind) {
        CustodyEntry entry = CustodyEntry.of(kind, PartialDate.ofDay(TODAY), "the camp's register");
        UUID seen = custody(person).last();
        return v.thyme.call(
                () -> v.bean(CustodyKeeping.class).record(List.of(person), entry, seen));
    }

    private static String forgedCustody(UUID person, String kind) {
        return v.forged(
                v.thyme,
                """
                insert into nostos.custody_event (id, person, party, kind, happened_on, happened_last, precision, calendar,
                                                  written, source, account, act)
                values (gen_random_uuid(), :person, nostos.caller_party(), :kind, :on, :on, 'DAY', 'GREGORIAN', 'today',
                        'a paper', nostos.caller_account(), :act)
                """,
                Map.of("person", person, "kind", kind, "on", TODAY));
    }
}
