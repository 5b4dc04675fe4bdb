package org.nostos.testing.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Deciding;
import org.nostos.lists.FileBytes;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.NoSuchList;
import org.nostos.lists.Receiving;
import org.nostos.lists.Records;
import org.nostos.lists.RowFault;
import org.nostos.lists.RowProblem;
import org.nostos.lists.Sex;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.testing.TestHouse;

class ListToRecordsTest {

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
    void aListGoesFromItsFileToRecordsAndNothingIsLiveBefore() {
        Caller tarsia = house.party(PartyKind.STATE, "Tarsia", "XTA", Role.INTAKE_OFFICER);
        UUID version = Sample.received(house, tarsia, "Camp, annex", Sample.bytes(Sample.SMALL));
        assertThat(Sample.status(house, tarsia, version)).isEqualTo(ListStatus.CHECKED);
        Sample.mapAsProposed(house, tarsia, version);
        Sample.untilStaged(house, tarsia, version);

        ListVersion staged = tarsia.call(() -> reading().read(version));
        assertThat(staged.staged().orElseThrow().rows()).isEqualTo(7);
        assertThat(staged.staged().orElseThrow().good()).isEqualTo(5);
        assertThat(recordsOf(tarsia)).isEmpty();

        assertThat(accept(tarsia, version)).isEmpty();
        assertThat(Sample.status(house, tarsia, version)).isEqualTo(ListStatus.PARTLY_ACCEPTED);
        List<AcceptedRecord> records = recordsOf(tarsia);
        assertThat(records).hasSize(5);
        AcceptedRecord hazel =
                records.stream().filter(r -> r.line() == 2).findFirst().orElseThrow();
        assertThat(hazel.values())
                .containsEntry(FieldRole.FULL_NAME, List.of("Hazel Linden"))
                .containsEntry(FieldRole.BIRTH_DATE, List.of("05/07/1988"));
        assertThat(hazel.birth())
                .extracting(PartialDate::first)
                .isEqualTo(LocalDate.of(1988, 7, 5));
        assertThat(hazel.sex()).isEqualTo(Sex.FEMALE);
        assertThat(hazel.listTitle()).isEqualTo("Camp, annex");
        assertThat(hazel.partyName()).isEqualTo("Tarsia");
        assertThat(hazel.receivedOn()).isEqualTo(LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void eachRowThatNeedsALookIsNamedWithItsReason() {
        UUID version =
                Sample.received(house, oristan, "Annex", Sample.bytes("\uFEFF" + Sample.SMALL));
        Sample.mapAsProposed(house, oristan, version);
        Sample.untilStaged(house, oristan, version);
        List<RowProblem> problems =
                oristan.call(() -> reading().problems(reading().read(version), 100));
        assertThat(problems)
                .extracting(RowProblem::line, RowProblem::column, RowProblem::fault)
                .containsExactly(
                        tuple(3L, 5, RowFault.DATE_NO_SUCH_DAY),
                        tuple(5L, 1, RowFault.NUMBER_TWICE),
                        tuple(6L, 0, RowFault.NOTHING_TO_HOLD_ON_TO),
                        tuple(7L, 0, RowFault.WRONG_NUMBER_OF_CELLS));
        assertThat(problems.get(1).arguments()).containsExactly("4");
    }

    @Test
    void anotherPartySeesNothingAndTheCommitteeOnlyWhatWasAccepted() {
        Caller varland = house.party(PartyKind.STATE, "Varland", "XVA", Role.INTAKE_OFFICER);
        Caller administrator = house.administrator();
        UUID version =
                Sample.received(
                        house, varland, "Harbour", Sample.bytes(Sample.SMALL + "A-8;Yew;;;;\n"));
        Sample.mapAsProposed(house, varland, version);
        Sample.untilStaged(house, varland, version);
        for (Caller other : List.of(meridia, reviewer, administrator)) {
            assertThatThrownBy(() -> other.call(() -> reading().read(version)))
                    .isInstanceOf(NoSuchList.class);
            assertThat(visible(other, "staged_row", "mapping <> gen_random_uuid()", varland))
                    .isZero();
            assertThat(visible(other, "received_part", "true", varland)).isZero();
        }
        accept(varland, version);
        assertThat(visible(reviewer, "record", "true", varland)).isEqualTo(6);
        assertThat(reviewer.call(() -> reading().read(version)).title()).isEqualTo("Harbour");
        assertThat(visible(reviewer, "received_part", "true", varland)).isZero();
        for (Caller other : List.of(meridia, administrator)) {
            assertThat(visible(other, "record", "true", varland)).isZero();
            assertThat(visible(other, "list_version", "true", varland)).isZero();
        }
    }

    @Test
    void theSameFileIsRecognisedWithinItsPartyAlone() throws IOException {
        FileBytes file = Sample.bytes(Sample.large(50, 1));
        UUID first = Sample.received(house, meridia, "Once", file);
        Receiving.Receipt again = receive(meridia, "Twice", file);
        assertThat(again).isInstanceOf(Receiving.Receipt.SeenBefore.class);
        assertThat(((Receiving.Receipt.SeenBefore) again).version().id()).isEqualTo(first);
        assertThat(receive(oristan, "Their own", file))
                .isInstanceOf(Receiving.Receipt.Received.class);
    }

    @Test
    void aFileThatIsNoListLeavesNothingBehind() throws IOException {
        long before = visible(meridia, "received_part", "true", meridia);
        assertThat(receive(meridia, "Nothing", Sample.bytes("")))
                .isEqualTo(
                        new Receiving.Receipt.Refused(
                                List.of(Obstacle.of("obstacle.lists.empty"))));
        assertThat(visible(meridia, "received_part", "true", meridia)).isEqualTo(before);
    }

    @Test
    void aFileThatCannotBeReadIsKeptWithItsReasonAndCanBeLaidOutOtherwise() {
        UUID version =
                Sample.received(
                        house,
                        meridia,
                        "Quoted",
                        Sample.bytes("name;born\nHazel;\"1990\nAlder;1991\n"));
        assertThat(Sample.status(house, meridia, version)).isEqualTo(ListStatus.UNREADABLE);
        assertThat(meridia.call(() -> reading().read(version)).unreadable())
                .contains(Obstacle.of("obstacle.lists.broken-csv", "2"));
        Layout lines = new Layout(FileKind.CSV_BAR, null, 0, null);
        Deciding deciding = house.bean(Deciding.class);
        assertThat(meridia.call(() -> deciding.layOut(version, lines))).isEmpty();
        Eventually.holds(() -> Sample.status(house, meridia, version) != ListStatus.RECEIVED);
        assertThat(meridia.call(() -> deciding.refuse(version, "broken"))).isEmpty();
        assertThat(Sample.status(house, meridia, version)).isEqualTo(ListStatus.REJECTED);
    }

    @Test
    void whatWasChosenForAnotherLayoutCountsNoMore() {
        UUID version =
                Sample.received(house, meridia, "Laid out", Sample.bytes(Sample.large(50, 9)));
        Sample.mapAsProposed(house, meridia, version);
        Sample.untilStaged(house, meridia, version);
        Layout below = new Layout(null, null, 0, new Layout.Headings(3, 3));
        Deciding deciding = house.bean(Deciding.class);
        assertThat(meridia.call(() -> deciding.layOut(version, below))).isEmpty();
        assertThat(accept(meridia, version)).isNotEmpty();
        Eventually.holds(() -> Sample.status(house, meridia, version) == ListStatus.CHECKED);
        ListVersion read = meridia.call(() -> reading().read(version));
        assertThat(read.mapping()).isEmpty();
        assertThat(read.survey().orElseThrow().rows()).isEqualTo(48);
        assertThat(read.survey().orElseThrow().headings()).isEqualTo(new Layout.Headings(3, 3));
    }

    @Test
    void aNewMappingStagesAnewAndTheLastOneCounts() {
        UUID version =
                Sample.received(house, meridia, "Mapped twice", Sample.bytes(Sample.large(300, 2)));
        Sample.mapAsProposed(house, meridia, version);
        Sample.untilStaged(house, meridia, version);
        Mapping namesOnly =
                new Mapping(
                        List.of(
                                ColumnUse.KEPT,
                                new ColumnUse.Says(FieldRole.FULL_NAME),
                                ColumnUse.KEPT,
                                ColumnUse.KEPT));
        assertThat(meridia.call(() -> house.bean(Deciding.class).map(version, namesOnly)))
                .isEmpty();
        Sample.untilStaged(house, meridia, version);
        accept(meridia, version);
        List<AcceptedRecord> records =
                recordsOf(meridia).stream().filter(r -> r.version().equals(version)).toList();
        assertThat(records)
                .hasSize(298)
                .allSatisfy(r -> {
                    assertThat(r.number()).isNull();
                    assertThat(r.values()).containsOnlyKeys(FieldRole.FULL_NAME);
                });
    }

    @Test
    void aDecisionIsMadeOnce() {
        UUID version =
                Sample.accepted(house, meridia, "Decided", Sample.bytes(Sample.large(20, 3)));
        assertThat(accept(meridia, version)).containsExactly(Obstacle.of("obstacle.lists.closed"));
        assertThat(meridia.call(() -> house.bean(Deciding.class).refuse(version, "no")))
                .containsExactly(Obstacle.of("obstacle.lists.closed"));
    }

    @Test
    void aRefusalNeedsAReasonAndLeavesNoRecord() {
        UUID version =
                Sample.received(house, meridia, "Refused", Sample.bytes(Sample.large(20, 4)));
        Deciding deciding = house.bean(Deciding.class);
        assertThat(meridia.call(() -> deciding.refuse(version, " ")))
                .containsExactly(Obstacle.of("obstacle.lists.reason"));
        assertThat(meridia.call(() -> deciding.refuse(version, "sent by mistake"))).isEmpty();
        assertThat(Sample.status(house, meridia, version)).isEqualTo(ListStatus.REJECTED);
        assertThat(recordsOf(meridia)).noneMatch(r -> r.version().equals(version));
    }

    private static ListReading reading() {
        return house.bean(ListReading.class);
    }

    private static List<Obstacle> accept(Caller caller, UUID version) {
        return Sample.accept(house, caller, version);
    }

    private static Receiving.Receipt receive(Caller caller, String title, FileBytes file)
            throws IOException {
        return caller.<Receiving.Receipt, IOException>call(() ->
                house.bean(Receiving.class)
                        .receive(new Receiving.Slip(null, title, Sample.AS_OF), file));
    }

    private static List<AcceptedRecord> recordsOf(Caller caller) {
        return in(
                caller,
                () -> {
                    List<AcceptedRecord> all = new ArrayList<>();
                    house.bean(Records.class).forEach(all::add);
                    assertThat(
                                    house.bean(Records.class)
                                            .byIds(all.stream().map(AcceptedRecord::id).toList()))
                            .isEqualTo(all);
                    assertThat(house.bean(Records.class).count()).isEqualTo(all.size());
                    return all;
                });
    }

    private static long visible(Caller caller, String table, String where, Caller owner) {
        return in(
                caller,
                () ->
                        house.jdbc()
                                .sql(
                                        "select count(*) from nostos."
                                                + table
                                                + " where party = ? and "
                                                + where)
                                .param(owner.party())
                                .query(Long.class)
                                .single());
    }

    private static <T> T in(Caller caller, Supplier<T> work) {
        return caller.call(() -> house.transaction().execute(_ -> work.get()));
    }
}
