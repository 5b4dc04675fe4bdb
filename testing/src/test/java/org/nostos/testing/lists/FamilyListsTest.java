package org.nostos.testing.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateReading;
import org.nostos.lists.Deciding;
import org.nostos.lists.Household;
import org.nostos.lists.Households;
import org.nostos.lists.KeptCell;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.Mapping;
import org.nostos.lists.MappingMemory;
import org.nostos.lists.Records;
import org.nostos.lists.Relation;
import org.nostos.lists.Remembered;
import org.nostos.lists.Survey;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.registry.Families;
import org.nostos.registry.Family;
import org.nostos.testing.TestHouse;

class FamilyListsTest {

    private static final String FAMILIES =
            """
            no;head;wife;child 1;child 2;age;remarks
            1;Zaytun Rumman;Warda Tut;Narjis;Hudhud;40;tent 4
            2;Sindyan Balut;;;;34;
            ;;Laymun;;;;nobody heads it
            """;

    private static TestHouse house;
    private static Caller meridia;
    private static Caller oristan;
    private static Caller reviewer;

    @BeforeAll
    static void openHouse() {
        house = TestHouse.open();
        meridia = house.party(PartyKind.STATE, "Meridia", "XMA", Role.INTAKE_OFFICER);
        oristan = house.party(PartyKind.STATE, "Oristan", "XOA", Role.INTAKE_OFFICER);
        reviewer = house.committee(Role.IDENTITY_REVIEWER);
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @Test
    void everybodyOfARowIsARecordAndTheListSaysHowTheyBelongTogether() {
        UUID version = accepted(meridia, "Tents", FAMILIES);
        List<AcceptedRecord> records = recordsOf(meridia, version);
        assertThat(records)
                .extracting(AcceptedRecord::line, record -> record.first(FieldRole.FULL_NAME))
                .containsExactlyInAnyOrder(
                        tuple(2L, "Zaytun Rumman"),
                        tuple(2L, "Warda Tut"),
                        tuple(2L, "Narjis"),
                        tuple(2L, "Hudhud"),
                        tuple(3L, "Sindyan Balut"));

        List<Household> households = in(meridia, () -> households().ofVersion(version, 10));
        assertThat(households).hasSize(1);
        assertThat(households.getFirst().members())
                .extracting(Household.Member::relation, Household.Member::stated)
                .containsExactly(
                        tuple(Relation.HEAD, ""),
                        tuple(Relation.WIFE, "wife"),
                        tuple(Relation.CHILD, "child 1"),
                        tuple(Relation.CHILD, "child 2"));

        AcceptedRecord head = named(records, "Zaytun Rumman");
        assertThat(head.birth())
                .extracting(PartialDate::first, PartialDate::precision)
                .containsExactly(
                        Sample.AS_OF.minusYears(41).plusDays(1), PartialDate.Precision.AGE);
        assertThat(named(records, "Narjis").birth()).isNull();
        Map<UUID, List<KeptCell>> kept = in(meridia, () -> records().kept(List.of(head.id())));
        assertThat(kept.get(head.id())).containsExactly(new KeptCell(7, "remarks", "tent 4"));
    }

    @Test
    void aHouseholdIsSeenByItsPartyAndTheCommitteeAndNobodyElse() {
        UUID version = accepted(oristan, "Walls", FAMILIES.replace("tent", "hut"));
        List<Family> seen = reviewer.call(() -> families().ofVersion(version, 10));
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().members())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.person()).isNotNull());
        List<UUID> ids = seen.getFirst().members().stream().map(one -> one.record().id()).toList();
        assertThat(meridia.call(() -> families().ofVersion(version, 10))).isEmpty();
        assertThat(meridia.call(() -> families().ofRecords(ids))).isEmpty();
        assertThat(house.administrator().call(() -> families().ofRecords(ids))).isEmpty();
        assertThat(in(meridia, () -> records().kept(ids))).isEmpty();
    }

    @Test
    void rowsSetInBelongToTheRowAboveOnlyIfSomebodySaysSo() {
        String list = "name,born\nSaqr Zaytun,1980\n- Warda,1985\n- Tut,2015\nBalut,1970\n";
        UUID version = Sample.received(house, meridia, "Set in", Sample.bytes(list));
        Survey survey = survey(meridia, version);
        assertThat(survey.columns().getFirst().setIn()).isEqualTo(2);
        Mapping setIn = new Mapping(survey.proposed().orElseThrow().uses(), true);
        assertThat(meridia.call(() -> house.bean(Deciding.class).map(version, setIn))).isEmpty();
        accept(meridia, version);
        List<Household> households = in(meridia, () -> households().ofVersion(version, 10));
        assertThat(households)
                .singleElement()
                .satisfies(household -> assertThat(household.members()).hasSize(3));
        assertThat(recordsOf(meridia, version))
                .extracting(record -> record.first(FieldRole.FULL_NAME))
                .contains("Warda", "Tut");
    }

    @Test
    void aColumnOfAMemberWhomNobodyNamesIsRefused() {
        UUID version = Sample.received(house, meridia, "No member", Sample.bytes("a,b\nHazel,f\n"));
        Mapping mapping =
                new Mapping(
                        List.of(
                                new ColumnUse.Says(FieldRole.FULL_NAME),
                                new ColumnUse.OfMember(new ColumnUse.Says(FieldRole.SEX))));
        assertThat(meridia.call(() -> house.bean(Deciding.class).map(version, mapping)))
                .containsExactly(Obstacle.of("obstacle.lists.of-no-member", "2"));
    }

    @Test
    void theNextListWithTheSameHeadingsIsProposedAsTheLastOneWasAccepted() {
        String march = "Person No,who,born\n1,Hazel,05/07/1988\n2,Alder,06/08/1990\n";
        UUID first = Sample.received(house, meridia, "Camp Cedar, March", Sample.bytes(march));
        assertThat(memory(meridia, first)).isNull();
        Mapping chosen =
                new Mapping(
                        List.of(
                                ColumnUse.LIST_NUMBER,
                                new ColumnUse.Says(FieldRole.FULL_NAME),
                                new ColumnUse.Birth(DateReading.MONTH_FIRST)));
        assertThat(meridia.call(() -> house.bean(Deciding.class).map(first, chosen))).isEmpty();
        assertThat(memory(meridia, first)).as("before it is accepted").isNull();
        accept(meridia, first);

        String april = march.replace("Person No", "PERSON  no").replace("Hazel", "Rowan");
        UUID next = Sample.received(house, meridia, "Camp Cedar, April", Sample.bytes(april));
        Remembered remembered = Objects.requireNonNull(memory(meridia, next));
        assertThat(remembered.title()).isEqualTo("Camp Cedar, March");
        assertThat(remembered.mappedBy()).isNotBlank();
        assertThat(remembered.proposedFor(survey(meridia, next))).isEqualTo(chosen.uses());
        assertThat(Sample.status(house, meridia, next)).isEqualTo(ListStatus.CHECKED);

        UUID against =
                Sample.received(
                        house,
                        meridia,
                        "Camp Cedar, May",
                        Sample.bytes(april + "3,Yew,25/12/1990\n"));
        assertThat(remembered.proposedFor(survey(meridia, against)).get(2))
                .as("the dates go against the order of then")
                .isNull();

        UUID theirs = Sample.received(house, oristan, "Theirs", Sample.bytes(april));
        assertThat(memory(oristan, theirs)).isNull();
        assertThat(count(reviewer, "select count(*) from nostos.remembered_mapping")).isZero();
    }

    private static @Nullable Remembered memory(Caller caller, UUID version) {
        Survey survey = survey(caller, version);
        return caller.call(() -> house.bean(MappingMemory.class).proposalFor(survey).orElse(null));
    }

    private static UUID accepted(Caller caller, String title, String list) {
        UUID version = Sample.received(house, caller, title, Sample.bytes(list));
        Survey survey = survey(caller, version);
        List<ColumnUse> uses = new ArrayList<>(survey.proposed().orElseThrow().uses());
        uses.set(1, new ColumnUse.Says(FieldRole.FULL_NAME));
        assertThat(caller.call(() -> house.bean(Deciding.class).map(version, new Mapping(uses))))
                .isEmpty();
        accept(caller, version);
        return version;
    }

    private static void accept(Caller caller, UUID version) {
        Sample.untilStaged(house, caller, version);
        assertThat(caller.call(() -> house.bean(Deciding.class).accept(version))).isEmpty();
        Eventually.holds(() -> Sample.status(house, caller, version).name().endsWith("ACCEPTED"));
    }

    private static Survey survey(Caller caller, UUID version) {
        return caller.call(
                () -> house.bean(ListReading.class).read(version).survey().orElseThrow());
    }

    private static AcceptedRecord named(List<AcceptedRecord> records, String name) {
        return records.stream()
                .filter(record -> name.equals(record.first(FieldRole.FULL_NAME)))
                .findFirst()
                .orElseThrow();
    }

    private static List<AcceptedRecord> recordsOf(Caller caller, UUID version) {
        return in(caller, () -> records().byIds(records().idsOfVersion(version)));
    }

    private static long count(Caller caller, String sql) {
        return in(caller, () -> house.jdbc().sql(sql).query(Long.class).single());
    }

    private static Households households() {
        return house.bean(Households.class);
    }

    private static Families families() {
        return house.bean(Families.class);
    }

    private static Records records() {
        return house.bean(Records.class);
    }

    private static <T> T in(Caller caller, Supplier<T> work) {
        return caller.call(() -> house.transaction().execute(_ -> work.get()));
    }
}
