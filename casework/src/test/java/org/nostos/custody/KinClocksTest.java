package org.nostos.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.custody.Happened.NORTH;
import static org.nostos.custody.Happened.admitted;
import static org.nostos.custody.Happened.day;
import static org.nostos.custody.Happened.noon;
import static org.nostos.custody.Happened.on;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.Unmet;
import org.nostos.custody.KinNotice.Means;
import org.nostos.custody.KinNotice.Occasion;
import org.nostos.custody.KinNotice.WhyNot;

/// Nelson Mandela Rules, rules 68 and 69; Third Geneva Convention, art. 70: the family of whoever is held
/// is told, within a week, and at once of an illness or a death.
class KinClocksTest {

    private static final CustodyEvent IN = admitted(1, "North", NORTH, LegalGround.CONVICTED);

    @Test
    void theFamilyIsToldWithinAWeekThatSomebodyIsHeld() {
        assertThat(open(List.of(), IN))
                .containsExactly(Unmet.of(CustodyRule.KIN_TOLD, day(1).toString()).by(day(8)));
        assertThat(open(List.of(told(2, Occasion.ADMISSION)), IN)).isEmpty();
    }

    @Test
    void whoeverWasTriedAndNotReachedStaysOpen() {
        assertThat(open(List.of(not(2, Occasion.ADMISSION, WhyNot.NOT_REACHED)), IN)).hasSize(1);
        assertThat(open(List.of(not(2, Occasion.ADMISSION, WhyNot.PERSON_ASKED_NOT)), IN))
                .isEmpty();
    }

    @Test
    void whatWasToldBeforeIsNotToldOfWhatCameAfter() {
        CustodyEvent hospital = on(5, CustodyKind.TO_HOSPITAL);
        List<KinNotice> before = List.of(told(2, Occasion.ADMISSION), told(3, Occasion.ILLNESS));
        assertThat(open(before, IN, hospital))
                .extracting(Unmet::rule)
                .containsExactly(CustodyRule.KIN_ILLNESS);
        assertThat(
                        open(
                                List.of(told(2, Occasion.ADMISSION), told(5, Occasion.ILLNESS)),
                                IN,
                                hospital))
                .isEmpty();
    }

    @Test
    void ofTheDeadTheirDeathAloneIsOpenAndNoWishStandsAgainstIt() {
        CustodyEvent death = on(6, CustodyKind.DECEASED);
        assertThat(open(List.of(), IN, death))
                .containsExactly(Unmet.of(CustodyRule.KIN_DEATH, day(6).toString()).by(day(6)));
        assertThat(KinNotice.excuses(WhyNot.PERSON_ASKED_NOT, Occasion.DEATH)).isFalse();
        assertThat(KinNotice.excuses(WhyNot.NOBODY_KNOWN, Occasion.DEATH)).isTrue();
        assertThat(open(List.of(told(6, Occasion.DEATH)), IN, death)).isEmpty();
    }

    @Test
    void ofWhoeverIsFreeNothingIsOpen() {
        assertThat(open(List.of(), IN, on(4, CustodyKind.RELEASED))).isEmpty();
    }

    private static List<Unmet> open(List<KinNotice> notices, CustodyEvent... events) {
        return KinClocks.of(
                CustodyTrack.of(List.of(events), new AsOf(day(30), Instant.MAX)), notices);
    }

    private static KinNotice told(int on, Occasion occasion) {
        return notice(on, occasion, Means.CALL, null);
    }

    private static KinNotice not(int on, Occasion occasion, WhyNot why) {
        return notice(on, occasion, null, why);
    }

    private static KinNotice notice(
            int on, Occasion occasion, @Nullable Means means, @Nullable WhyNot why) {
        Stamp stamp =
                new Stamp(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        day(on),
                        noon(on),
                        UUID.randomUUID(),
                        "Moss");
        return new KinNotice(stamp, occasion, "Ward, her sister", means, why, "", "a letter");
    }
}
