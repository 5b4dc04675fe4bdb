package org.nostos.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Actor;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Role;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Sex;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;

/// Whom each caller's question is put to.
class SearchIndexTest {

    private static final UUID HOLDER = UUID.randomUUID();
    private static final UUID MERIDIA = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final SearchIndex index = new SearchIndex();

    @Test
    void aPartyIsAnsweredFromItsOwnRecordsTheCommitteeFromAllOthersFromNone() {
        for (int i = 0; i < 5; i++) {
            index.add(record(i < 3 ? HOLDER : MERIDIA));
        }
        assertThat(size(HOLDER, PartyKind.HOLDING_AUTHORITY, Role.INTAKE_OFFICER)).isEqualTo(3);
        assertThat(size(MERIDIA, PartyKind.STATE, Role.INTAKE_OFFICER)).isEqualTo(2);
        UUID committee = UUID.randomUUID();
        for (Role role : Role.values()) {
            boolean sees =
                    role != Role.ADMINISTRATOR && role != Role.MONITOR && role != Role.ANALYST;
            assertThat(size(committee, PartyKind.COORDINATING_COMMITTEE, role))
                    .as(role.name())
                    .isEqualTo(sees ? 5 : 0);
        }
        assertThat(size(MERIDIA, PartyKind.STATE, Role.ADMINISTRATOR)).isZero();
        assertThat(size(UUID.randomUUID(), PartyKind.STATE, Role.INTAKE_OFFICER)).isZero();
    }

    private int size(UUID party, PartyKind kind, Role role) {
        Actor actor = new Actor(UUID.randomUUID(), party, role);
        return index.of(
                        new Caller(
                                actor, kind, "A party", "A person", UUID.randomUUID(), new byte[0]))
                .size();
    }

    private static AcceptedRecord record(UUID party) {
        return new AcceptedRecord(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                party,
                "A party",
                "A list",
                2,
                "A-1",
                DAY,
                DAY,
                Map.of(FieldRole.GIVEN_NAME, List.of("Zaytun")),
                Sex.UNKNOWN,
                null);
    }
}
