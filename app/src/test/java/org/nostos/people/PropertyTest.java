package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.FileItem;
import org.nostos.custody.PropertyContainer;
import org.nostos.custody.PropertyContainer.Kind;
import org.nostos.custody.PropertyContainer.Line;
import org.nostos.custody.PropertyContainer.State;
import org.nostos.custody.PropertyKeeping;
import org.nostos.custody.PropertyKeeping.Handling;
import org.nostos.custody.PropertyKeeping.Sealing;
import org.nostos.parties.Caller;
import org.nostos.people.Committee.Row;

/// Property under a seal and two hands, on a real database.
class PropertyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final AsOf NOW =
            new AsOf(LocalDate.now(ZoneOffset.UTC), Instant.parse("2100-01-01T00:00:00Z"));

    private static Committee c;
    private static Caller first;
    private static Caller second;
    private static Caller reviewer;
    private static int seals;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
        first = c.house.committee(Role.CASE_OFFICER);
        second = c.house.committee(Role.CASE_OFFICER);
        reviewer = c.house.committee(Role.LEGAL_REVIEWER);
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void aContainerGoesUnderTwoHandsAndIsHandedOverUnderBothAlone() {
        List<UUID> person = person();
        PropertyContainer container = sealed(person);
        assertThat(container.lines())
                .containsExactly(new Line(2, "shirts"), new Line(1, "watch, broken"));
        assertThat(step(first, person, container, Kind.HANDED_OVER, "Brother"))
                .containsExactly("obstacle.property.from.SEALED");
        assertThat(step(first, person, container, Kind.COUNTERSIGNED, ""))
                .containsExactly("obstacle.property.own-hand");
        assertThat(step(reviewer, person, container, Kind.COUNTERSIGNED, ""))
                .containsExactly("obstacle.custody.role");
        assertThat(missing(person)).contains(FileItem.PROPERTY);
        assertThat(step(second, person, container, Kind.COUNTERSIGNED, "")).isEmpty();
        assertThat(missing(person)).doesNotContain(FileItem.PROPERTY);
        assertThat(step(second, person, container, Kind.HANDED_OVER, ""))
                .containsExactly("obstacle.property.receiver");
        assertThat(step(second, person, container, Kind.HANDED_OVER, "Brother")).isEmpty();
        assertThat(state(person)).isEqualTo(State.HANDED_OVER);
        assertThat(step(first, person, container, Kind.OPENED, ""))
                .contains("obstacle.property.from.HANDED_OVER");
    }

    @Test
    void whatWasOpenedSaysWhyAndIsHandedOverUnderThatSealNoMore() {
        List<UUID> person = person();
        PropertyContainer container = sealed(person);
        step(second, person, container, Kind.COUNTERSIGNED, "");
        assertThat(step(first, person, container, Kind.OPENED, ""))
                .containsExactly("obstacle.custody.reason");
        assertThat(
                        codes(
                                first.call(() ->
                                        property()
                                                .step(
                                                        person,
                                                        container.id(),
                                                        new Handling(
                                                                Kind.OPENED,
                                                                DAY.plusDays(3),
                                                                "",
                                                                "a court asked",
                                                                only(person).last())))))
                .isEmpty();
        assertThat(step(second, person, container, Kind.HANDED_OVER, "Brother"))
                .containsExactly("obstacle.property.from.OPENED");
        PropertyContainer now = only(person);
        assertThat(now.state(new AsOf(DAY.plusDays(2), NOW.known()))).contains(State.COUNTERSIGNED);
        assertThat(now.state(new AsOf(DAY.minusDays(1), NOW.known()))).isEmpty();
    }

    @Test
    void whoeverComesSecondToAContainerRecordsNothing() {
        List<UUID> person = person();
        PropertyContainer shown = sealed(person);
        assertThat(handled(second, person, shown.id(), Kind.COUNTERSIGNED, "", shown.last()))
                .isEmpty();
        assertThat(handled(first, person, shown.id(), Kind.HANDED_OVER, "Brother", shown.last()))
                .containsExactly("obstacle.case.changed");
        assertThat(state(person)).isEqualTo(State.COUNTERSIGNED);
        assertThat(
                        handled(
                                first,
                                person,
                                shown.id(),
                                Kind.HANDED_OVER,
                                "Brother",
                                only(person).last()))
                .isEmpty();
    }

    @Test
    void aSealIsUsedOnce() {
        List<UUID> person = person();
        PropertyContainer container = sealed(person);
        assertThat(
                        codes(
                                first.call(() ->
                                        property()
                                                .seal(
                                                        person(),
                                                        new Sealing(
                                                                DAY,
                                                                container.seal(),
                                                                "Ash",
                                                                "1 coat",
                                                                "the list")))))
                .containsExactly("obstacle.property.seal-used");
        assertThat(
                        codes(
                                first.call(() ->
                                        property()
                                                .seal(person, new Sealing(DAY, "", "", " ", "")))))
                .containsExactlyInAnyOrder(
                        "obstacle.property.seal",
                        "obstacle.property.sealed-by",
                        "obstacle.property.contents",
                        "obstacle.custody.source");
    }

    @Test
    void aForgedSecondHandIsRefusedByTheDatabaseAndOthersSeeNothing() {
        List<UUID> person = person();
        PropertyContainer container = sealed(person);
        assertThatThrownBy(() -> forged(first, container, "COUNTERSIGNED"))
                .rootCause()
                .hasMessageContaining("does not countersign");
        assertThatThrownBy(() -> forged(second, container, "HANDED_OVER"))
                .rootCause()
                .hasMessageContaining("nobody has countersigned");
        assertThatThrownBy(() -> forged(reviewer, container, "COUNTERSIGNED"))
                .rootCause()
                .hasMessageContaining("row-level security");
        for (Caller other :
                List.of(
                        c.holder,
                        c.meridia,
                        c.house.member(c.meridia.party(), Role.CONSULAR_OFFICER),
                        c.house.administrator())) {
            assertThat(c.count(other, "property_container")).isZero();
            assertThat(c.count(other, "property_step")).isZero();
        }
    }

    private static int forged(Caller who, PropertyContainer container, String kind) {
        return c.as(
                who,
                () ->
                        c.update(
                                """
                                insert into nostos.property_step (id, container, party, kind, happened_on, receiver,
                                                                  account, act)
                                values (gen_random_uuid(), ?, nostos.caller_party(), ?, '2026-04-01', 'x',
                                        nostos.caller_account(), ?)
                                """,
                                container.id(),
                                kind,
                                c.house
                                        .bean(Acts.class)
                                        .record(
                                                Act.of(
                                                        "custody.property-opened",
                                                        Purpose.CASEWORK,
                                                        Map.of("test", 1)))));
    }

    private static PropertyKeeping property() {
        return c.house.bean(PropertyKeeping.class);
    }

    private static List<UUID> person() {
        UUID record = c.accept(c.holder, Row.of("Zaytun", "Tin", "Kharrubi" + seals++)).getFirst();
        return List.of(c.personOf(record).id());
    }

    private static PropertyContainer sealed(List<UUID> person) {
        Sealing sealing =
                new Sealing(
                        DAY, "S-" + seals++, "Ash Rowan", "2 shirts\nwatch, broken\n", "the list");
        assertThat(first.call(() -> property().seal(person, sealing))).isEmpty();
        return only(person);
    }

    private static PropertyContainer only(List<UUID> person) {
        List<PropertyContainer> all = reviewer.call(() -> property().of(person));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static State state(List<UUID> person) {
        return only(person).state(NOW).orElseThrow();
    }

    private static List<FileItem> missing(List<UUID> person) {
        return first.call(() -> c.house.bean(CustodyKeeping.class).completeness(person, NOW))
                .missing();
    }

    private static List<String> step(
            Caller who, List<UUID> person, PropertyContainer container, Kind kind, String to) {
        return handled(who, person, container.id(), kind, to, only(person).last());
    }

    private static List<String> handled(
            Caller who, List<UUID> person, UUID container, Kind kind, String to, UUID seen) {
        Handling handling = new Handling(kind, DAY.plusDays(1), to, "", seen);
        return codes(who.call(() -> property().step(person, container, handling)));
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }
}
