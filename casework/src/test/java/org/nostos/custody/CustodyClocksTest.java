package org.nostos.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.custody.Happened.NORTH;
import static org.nostos.custody.Happened.admitted;
import static org.nostos.custody.Happened.by;
import static org.nostos.custody.Happened.day;
import static org.nostos.custody.Happened.noon;
import static org.nostos.custody.Happened.on;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyClocks.Known;

/// What the law asks of whoever holds a person. Each test names the place in the law.
class CustodyClocksTest {

    private static final Known TOLD = new Known(false, true, null);
    private static final Known NOTHING = new Known(false, false, null);

    /// Nelson Mandela Rules, rule 7; Convention on Enforced Disappearance, art. 17(3)(c).
    @Test
    void aHoldingWithoutAKnownGroundRaisesAnAlarm() {
        assertThat(rules(TOLD, admitted(1, "North", NORTH, LegalGround.NONE_KNOWN)))
                .contains(CustodyRule.LEGAL_GROUND);
        assertThat(rules(TOLD, admitted(1, "North", NORTH, LegalGround.CONVICTED)))
                .doesNotContain(CustodyRule.LEGAL_GROUND);
        assertThat(rules(TOLD, admitted(1, "North", NORTH, LegalGround.DISPUTED)))
                .contains(CustodyRule.GROUND_DISPUTED);
    }

    /// Fourth Geneva Convention, art. 136: each Party tells its bureau of its own measures.
    @Test
    void theBureauIsToldWithinTwoWeeksAndByEachAuthorityAnew() {
        CustodyEvent in = admitted(1, "North", NORTH, LegalGround.CONVICTED);
        assertThat(due(CustodyRule.BUREAU_NOTICE, TOLD, in)).isEqualTo(day(15));
        CustodyEvent told = on(3, CustodyKind.BUREAU_TOLD);
        assertThat(rules(TOLD, in, told)).doesNotContain(CustodyRule.BUREAU_NOTICE);
        CustodyEvent changed = by(20, CustodyKind.AUTHORITY_CHANGED, "South");
        assertThat(due(CustodyRule.BUREAU_NOTICE, TOLD, in, told, changed)).isEqualTo(day(34));
    }

    /// Fourth Geneva Convention, arts. 43 and 78.
    @Test
    void internmentIsLookedAtAgainAtLeastTwiceAYear() {
        CustodyEvent in = admitted(1, "North", NORTH, LegalGround.SECURITY_INTERNMENT);
        assertThat(due(CustodyRule.REVIEW, TOLD, in)).isEqualTo(LocalDate.of(2026, 9, 1));
        Known reviewed = new Known(false, true, new ReviewDays.Days(day(11), null));
        assertThat(due(CustodyRule.REVIEW, reviewed, in)).isEqualTo(LocalDate.of(2026, 9, 11));
        Known longAgo = new Known(false, true, new ReviewDays.Days(LocalDate.of(2020, 1, 1), null));
        assertThat(due(CustodyRule.REVIEW, longAgo, in)).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(rules(TOLD, admitted(1, "North", NORTH, LegalGround.CONVICTED)))
                .doesNotContain(CustodyRule.REVIEW);
        Known dated =
                new Known(false, true, new ReviewDays.Days(day(11), LocalDate.of(2026, 6, 1)));
        assertThat(rules(dated, in))
                .as("the review keeps its own clock")
                .doesNotContain(CustodyRule.REVIEW);
        Known before =
                new Known(
                        false,
                        true,
                        new ReviewDays.Days(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 6, 1)));
        assertThat(due(CustodyRule.REVIEW, before, in))
                .as("a review of an earlier holding")
                .isEqualTo(LocalDate.of(2026, 9, 1));
    }

    /// Vienna Convention on Consular Relations, art. 36(1)(b).
    @Test
    void thePersonIsToldOfTheConsulWithoutDelay() {
        CustodyEvent in = admitted(1, "North", NORTH, LegalGround.CONVICTED);
        assertThat(due(CustodyRule.CONSULAR_RIGHT, NOTHING, in)).isEqualTo(day(1));
        assertThat(rules(TOLD, in)).doesNotContain(CustodyRule.CONSULAR_RIGHT);
    }

    /// Convention on the Rights of the Child, art. 37(b).
    @Test
    void aChildInSecurityDetentionRaisesAnAlarm() {
        Known child = new Known(true, true, null);
        CustodyEvent interned = admitted(1, "North", NORTH, LegalGround.SECURITY_INTERNMENT);
        assertThat(rules(child, interned)).contains(CustodyRule.CHILD_DETAINED);
        assertThat(rules(TOLD, interned)).doesNotContain(CustodyRule.CHILD_DETAINED);
        assertThat(rules(child, admitted(1, "North", NORTH, LegalGround.PROTECTIVE_STAY_OF_CHILD)))
                .doesNotContain(CustodyRule.CHILD_DETAINED);
    }

    /// Committee against Torture, General Comment No. 4, paras. 9–10; Fourth Geneva Convention, art. 45.
    @Test
    void aChangeOfAuthorityIsATransferUntilSomebodyLooked() {
        CustodyEvent in = admitted(1, "North", NORTH, LegalGround.CONVICTED);
        CustodyEvent changed = by(2, CustodyKind.AUTHORITY_CHANGED, "South");
        assertThat(unmet(TOLD, in, changed))
                .filteredOn(line -> line.rule() == CustodyRule.CHANGE_OF_AUTHORITY)
                .singleElement()
                .extracting(Unmet::arguments)
                .isEqualTo(List.of("South"));
        assertThat(rules(TOLD, in, changed, on(3, CustodyKind.CHANGE_EXAMINED)))
                .doesNotContain(CustodyRule.CHANGE_OF_AUTHORITY);
    }

    @Test
    void whoeverIsFreeHasNoClockAndWhoeverIsMissingIsLookedFor() {
        CustodyEvent in = admitted(1, "North", NORTH, LegalGround.NONE_KNOWN);
        assertThat(rules(NOTHING, in, on(2, CustodyKind.RELEASED))).isEmpty();
        assertThat(rules(NOTHING, in, on(2, CustodyKind.UNACCOUNTED)))
                .containsExactly(CustodyRule.UNACCOUNTED);
        assertThat(rules(NOTHING, in, on(2, CustodyKind.RELEASED), on(3, CustodyKind.RETURNED)))
                .containsExactly(CustodyRule.OUT_OF_PLACE);
    }

    private static List<Unmet> unmet(Known known, CustodyEvent... events) {
        return CustodyClocks.of(
                CustodyTrack.of(List.of(events), new AsOf(day(60), noon(60))), known);
    }

    private static List<Object> rules(Known known, CustodyEvent... events) {
        return unmet(known, events).stream().<Object>map(Unmet::rule).toList();
    }

    private static LocalDate due(CustodyRule rule, Known known, CustodyEvent... events) {
        LocalDate by =
                unmet(known, events).stream()
                        .filter(line -> line.rule() == rule)
                        .findFirst()
                        .orElseThrow()
                        .by();
        if (by == null) {
            throw new AssertionError(rule + " has no day");
        }
        return by;
    }
}
