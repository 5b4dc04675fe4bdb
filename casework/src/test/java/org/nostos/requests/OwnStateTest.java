package org.nostos.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.identity.NationalityStanding;
import org.nostos.identity.NationalityStatus;

/// Whoever may belong to several states is asked about of each; none of them comes first.
class OwnStateTest {

    private static final StateCode MERIDIA = new StateCode("XMA");
    private static final StateCode ORISTAN = new StateCode("XOA");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void severalStatesStandSideBySideWhetherTheyWereAskedOrNot() {
        List<OwnState> states =
                OwnState.of(
                        List.of(
                                standing(ORISTAN, NationalityStatus.CLAIMED),
                                standing(MERIDIA, NationalityStatus.VERIFIED)),
                        List.of(
                                asked(ORISTAN, AskedFor.NATIONALITY, 1),
                                asked(ORISTAN, AskedFor.ACCEPTANCE, 2)));
        assertThat(states).extracting(OwnState::state).containsExactly(MERIDIA, ORISTAN);
        assertThat(states.getFirst().asked()).isNull();
        Asked last = states.getLast().asked();
        assertThat(last).isNotNull();
        assertThat(last == null ? null : last.note().asked()).isEqualTo(AskedFor.ACCEPTANCE);
    }

    @Test
    void aStateThatDeniesAThirdStateAndOneStateAloneAreNoChoiceBetweenOwnStates() {
        List<NationalityStanding> one =
                List.of(
                        standing(MERIDIA, NationalityStatus.VERIFIED),
                        standing(ORISTAN, NationalityStatus.DENIED));
        assertThat(OwnState.of(one, List.of())).isEmpty();
        assertThat(OwnState.of(one, List.of(asked(ORISTAN, AskedFor.RELOCATION, 1)))).isEmpty();
        assertThat(OwnState.of(one, List.of(asked(ORISTAN, AskedFor.ACCEPTANCE, 1)))).hasSize(2);
    }

    private static NationalityStanding standing(StateCode state, NationalityStatus status) {
        return new NationalityStanding(
                state, status, DAY, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Asked asked(StateCode state, AskedFor what, int hour) {
        AsOf at = new AsOf(DAY, Instant.parse("2026-03-02T00:00:00Z"));
        UUID id = new UUID(7, hour);
        NoteVerbale note =
                new NoteVerbale(
                        id,
                        null,
                        state,
                        "A state",
                        what,
                        "",
                        "",
                        id,
                        null,
                        Instant.parse("2026-03-01T0" + hour + ":00:00Z"));
        return new Asked(
                note,
                NoteStanding.of(List.of(), what, List.of(), 1, 0, at),
                new NoteLine(id, id, 1, Map.of(), id),
                id,
                AnswerStanding.of(List.of(), null, at),
                List.of(),
                List.of());
    }
}
