package org.nostos.testing.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Cure;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListEvent;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.Mending;
import org.nostos.lists.Mends;
import org.nostos.lists.NoSuchList;
import org.nostos.lists.Records;
import org.nostos.lists.RowProblem;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.testing.TestHouse;

class MendingTest {

    private static final String LIST =
            """
            no;name;date of birth;job
            1;Hazel;31/02/1993;%s
            2;Alder;07/25/1988;
            3;Row
            an;25/07/1990;baker
            3;Quince;25/07/1991;
            6;Plum;29/02/1999;
            """;

    private static TestHouse house;
    private static Caller meridia;
    private static Caller oristan;
    private static int lists;

    private UUID version = new UUID(0, 0);

    @BeforeAll
    static void openHouse() {
        house = TestHouse.open();
        meridia = house.party(PartyKind.STATE, "Meridia", "XMA", Role.INTAKE_OFFICER);
        oristan = house.party(PartyKind.STATE, "Oristan", "XOA", Role.INTAKE_OFFICER);
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @BeforeEach
    void aListIsStaged() {
        String list = LIST.formatted("of file " + lists++);
        version = Sample.received(house, meridia, "Mended", Sample.bytes(list));
        meridia.run(() -> {
            Mapping dayFirst =
                    new Mapping(
                            Stream.of(
                                            "number",
                                            "full_name",
                                            "birth_date:gregorian-day-first",
                                            "occupation")
                                    .map(key -> ColumnUse.parse(key).orElseThrow())
                                    .toList());
            assertThat(house.bean(Deciding.class).map(version, dayFirst)).isEmpty();
        });
        Sample.untilStaged(house, meridia, version);
    }

    @Test
    void knowsTheCureOfEachRow() {
        List<String> known =
                meridia.call(() -> {
                    ListVersion read = house.bean(ListReading.class).read(version);
                    List<RowProblem> problems = house.bean(ListReading.class).problems(read, 100);
                    List<Mending.Known> cures = house.bean(Mending.class).known(read, problems);
                    return IntStream.range(0, problems.size())
                            .mapToObj(i ->
                                    problems.get(i).line() + " " + cures.get(i).cures().keySet())
                            .toList();
                });
        assertThat(known)
                .containsExactly(
                        "2 [YEAR_ALONE, LEFT_OUT]",
                        "3 [YEAR_ALONE, OTHER_ORDER, LEFT_OUT]",
                        "4 [JOINED]",
                        "5 []",
                        "7 [YEAR_ALONE, LEFT_OUT]");
    }

    @Test
    void whatIsMendedBecomesARecordAndWhatWasReceivedStays() {
        assertThat(mend(2, Cure.YEAR_ALONE)).isEmpty();
        assertThat(mend(3, Cure.OTHER_ORDER)).isEmpty();
        assertThat(mend(4, Cure.JOINED)).isEmpty();
        assertThat(mend(6, Cure.LEFT_OUT)).isEmpty();
        assertThat(counts()).isEqualTo(new Mends.Counts(5, 4));
        accept();

        List<AcceptedRecord> records = records();
        assertThat(records)
                .extracting(AcceptedRecord::line)
                .containsExactlyInAnyOrder(2L, 3L, 4L, 7L);
        AcceptedRecord hazel = on(records, 2);
        assertThat(hazel.values()).containsEntry(FieldRole.BIRTH_DATE, List.of("31/02/1993"));
        assertThat(hazel.birth())
                .extracting(birth -> birth.first().toString(), PartialDate::precision)
                .containsExactly("1993-01-01", PartialDate.Precision.YEAR);
        assertThat(on(records, 3).birth())
                .extracting(birth -> birth.first().toString())
                .isEqualTo("1988-07-25");
        assertThat(on(records, 4).first(FieldRole.FULL_NAME)).isEqualTo("Row an");
        assertThat(on(records, 4).first(FieldRole.OCCUPATION)).isEqualTo("baker");
        assertThat(on(records, 7).birth()).isNull();
        assertThat(accepted().leftOut()).isEqualTo(1);
        assertThat(mend(2, Cure.LEFT_OUT))
                .containsExactly(Obstacle.of("obstacle.lists.not-to-mend"));
    }

    @Test
    void aCureIsTakenBackAndTheRowIsAgainWhatWasRead() {
        assertThat(mend(4, Cure.JOINED)).isEmpty();
        assertThat(mend(6, Cure.LEFT_OUT)).isEmpty();
        assertThat(takeBack(4)).isEmpty();
        assertThat(takeBack(6)).isEmpty();
        assertThat(takeBack(6)).containsExactly(Obstacle.of("obstacle.lists.no-mend"));
        assertThat(counts()).isEqualTo(new Mends.Counts(4, 4));
        accept();
        assertThat(records())
                .extracting(AcceptedRecord::line)
                .containsExactlyInAnyOrder(2L, 3L, 6L, 7L);
    }

    @Test
    void everyDateWithoutItsDayKeepsItsYearAsOneAct() {
        assertThat(meridia.call(() -> house.bean(Mending.class).withoutDay(version)))
                .containsExactly(2L, 3L, 7L);
        assertThat(meridia.call(() -> house.bean(Mending.class).keepEveryYear(version))).isEmpty();
        assertThat(meridia.call(() -> house.bean(Mending.class).withoutDay(version))).isEmpty();
        assertThat(
                        in(() ->
                                house.jdbc()
                                        .sql(
                                                "select count(distinct r.act) from nostos.mended_row r"
                                                        + " join nostos.row_mend m on m.id = r.mend"
                                                        + " join nostos.list_event e on e.id = m.mapping"
                                                        + " where e.version = ?")
                                        .param(version)
                                        .query(Long.class)
                                        .single()))
                .isEqualTo(1);
    }

    @Test
    void aRowWithoutAKnownCureIsNotMended() {
        assertThat(mend(5, Cure.JOINED)).containsExactly(Obstacle.of("obstacle.lists.no-cure"));
        assertThat(mend(99, Cure.YEAR_ALONE))
                .containsExactly(Obstacle.of("obstacle.lists.no-cure"));
        assertThatThrownBy(() ->
                        oristan.call(
                                () -> house.bean(Mending.class).mend(version, 2, Cure.LEFT_OUT)))
                .isInstanceOf(NoSuchList.class);
    }

    private List<Obstacle> mend(long line, Cure cure) {
        return meridia.call(() -> house.bean(Mending.class).mend(version, line, cure));
    }

    private List<Obstacle> takeBack(long line) {
        return meridia.call(() -> house.bean(Mending.class).takeBack(version, line));
    }

    private Mends.Counts counts() {
        return meridia.call(() ->
                house.bean(Mending.class).counts(house.bean(ListReading.class).read(version)));
    }

    private void accept() {
        assertThat(meridia.call(() -> house.bean(Deciding.class).accept(version))).isEmpty();
        Eventually.holds(() -> Sample.status(house, meridia, version).name().endsWith("ACCEPTED"));
    }

    private ListEvent.Accepted accepted() {
        return meridia.call(
                () -> house.bean(ListReading.class).read(version).accepted().orElseThrow());
    }

    private List<AcceptedRecord> records() {
        return in(() -> {
            Records records = house.bean(Records.class);
            return records.byIds(records.idsOfVersion(version));
        });
    }

    private static AcceptedRecord on(List<AcceptedRecord> records, long line) {
        return records.stream().filter(record -> record.line() == line).findFirst().orElseThrow();
    }

    private static <T> T in(Supplier<T> work) {
        return meridia.call(() -> house.transaction().execute(_ -> work.get()));
    }
}
