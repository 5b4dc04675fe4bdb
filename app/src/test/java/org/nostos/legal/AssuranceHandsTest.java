package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.legal.LawHouse.codes;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.legal.Assurance.Kind;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;

/// Whoever weighs an assurance does not put it in force (Committee against Torture, General Comment 4):
/// by the page, and by a forged statement.
class AssuranceHandsTest {

    private static final StateCode SELVA = new StateCode("XSE");

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
    void twoHandsPutAnAssuranceInForceAgainstAForgedStatementAsWell() {
        law.maple.call(() ->
                keeping().request(SELVA, LawDesk.today(), "That nobody is ill-treated", null));
        assertThat(step(law.maple, Kind.OFFERED)).isEmpty();
        assertThat(forged(law.cedar)).as("nobody weighed it").contains("does not put it in force");
        assertThat(step(law.maple, Kind.FOUND_SUFFICIENT)).isEmpty();
        assertThat(step(law.maple, Kind.IN_FORCE)).contains("unmet.law.two-hands");
        assertThat(forged(law.maple)).contains("does not put it in force");
        assertThat(forged(law.thyme)).contains("row-level security");
        assertThat(step(law.cedar, Kind.IN_FORCE)).isEmpty();
    }

    private static List<String> step(Caller who, Kind kind) {
        Assurance now = now();
        List<Obstacle> obstacles =
                who.call(() ->
                        keeping()
                                .step(
                                        now.id(),
                                        kind,
                                        now.events().getLast().id(),
                                        LawDesk.today(),
                                        kind == Kind.IN_FORCE
                                                ? LawDesk.today().plusMonths(3)
                                                : null,
                                        "as the papers say",
                                        null));
        return codes(obstacles);
    }

    private static Assurance now() {
        return law.maple.call(() -> keeping().all()).stream()
                .filter(one -> one.by().equals(SELVA))
                .findFirst()
                .orElseThrow();
    }

    private static String forged(Caller who) {
        UUID assurance = now().id();
        return law.forged(
                who,
                """
                insert into nostos.law_assurance_event (id, assurance, party, state_code, kind, happened_on, until, reason,
                                                        account, act)
                values (gen_random_uuid(), '%s', nostos.caller_party(), 'XSE', 'IN_FORCE', current_date, current_date + 90,
                        'forged', nostos.caller_account(), :act)
                """
                        .formatted(assurance));
    }

    private static AssuranceKeeping keeping() {
        return law.bean(AssuranceKeeping.class);
    }
}
