package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Purpose;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.People;
import org.nostos.identity.PeopleSearch;
import org.nostos.identity.QueueFilter;
import org.nostos.parties.Caller;
import org.nostos.people.Committee.Row;
import org.nostos.registry.PersonRead;
import org.nostos.registry.PersonRead.How;
import org.nostos.registry.PersonReads;
import org.nostos.registry.WhoWasTold;

/// Who looked at a person, when and for what purpose, is seen by those who may see the person.
class WhoReadTest {

    private static Committee c;
    private static UUID held;
    private static UUID sought;
    private static Instant before;

    @BeforeAll
    static void readSomebody() {
        c = Committee.open();
        before = Instant.now().minusSeconds(60);
        UUID one =
                c.accept(
                                c.holder,
                                new Row("Zaytun", "Rumman", "al-Sindyani", "1993-02-14", "A-47113"))
                        .getFirst();
        UUID other =
                c.accept(
                                c.meridia,
                                new Row(
                                        "Zaytoun",
                                        "Rumman",
                                        "Al Sindyani",
                                        "1993-02-14",
                                        "A-47113"))
                        .getFirst();
        c.awaitLinked();
        held = c.personOf(one).id();
        sought = c.personOf(other).id();
        c.hazel.call(() -> c.house.bean(PeopleSearch.class).search("Zaytun Rumman", "", 30));
        c.hazel.call(() -> c.house.bean(People.class).file(held));
        c.holder.call(() -> c.house.bean(People.class).file(held));
        c.willow.call(() -> c.house.bean(IdentityReview.class).queue(QueueFilter.mine(), null, 50));
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void theCommitteeSeesWhoItWas() {
        List<PersonRead> told = told(c.rowan, held);
        assertThat(told)
                .anySatisfy(read -> {
                    assertThat(read.how()).isEqualTo(How.FILE);
                    assertThat(read.account()).isEqualTo(c.hazel.account());
                    assertThat(read.name()).isEqualTo(c.hazel.displayName());
                    assertThat(read.purpose()).isEqualTo(Purpose.IDENTITY_REVIEW);
                });
        assertThat(told).extracting(PersonRead::how).contains(How.SEARCH, How.FILE);
    }

    @Test
    void acrossPartiesThePartyIsNamedAndNotTheAccount() {
        List<PersonRead> told = told(c.holder, held);
        assertThat(told)
                .anySatisfy(read -> {
                    assertThat(read.party()).isEqualTo(c.hazel.party());
                    assertThat(read.partyName()).isEqualTo("Joint Return Committee");
                    assertThat(read.account()).isNull();
                    assertThat(read.name()).isNull();
                });
        assertThat(told)
                .anySatisfy(read -> assertThat(read.account()).isEqualTo(c.holder.account()));
    }

    @Test
    void whoMayNotSeeThePersonSeesNoReading() {
        assertThat(told(c.meridia, held)).isEmpty();
        assertThat(told(c.meridia, sought)).as("shown in the committee's work").isNotEmpty();
        assertThat(told(c.house.administrator(), held)).isEmpty();
    }

    @Test
    void theReadingsAreWhatTheJournalSays() {
        List<String> kept = lines();
        assertThat(kept).isNotEmpty();
        long rebuilt = c.as(c.house.engine(), () -> c.house.bean(PersonReads.class).rebuild());
        assertThat(rebuilt).isEqualTo(kept.size());
        assertThat(lines()).isEqualTo(kept);
    }

    @Test
    void aSearchThatHidesBehindAZeroByteIsCountedToo() {
        int searched = ofHow(How.SEARCH);
        c.hazel.call(() ->
                c.house.bean(PeopleSearch.class).search("Zaytun\u0000 Rumman\\u0000", "", 30));
        assertThat(ofHow(How.SEARCH)).isEqualTo(searched + 1);
    }

    private static int ofHow(How how) {
        return (int) told(c.rowan, held).stream().filter(read -> read.how() == how).count();
    }

    private static List<String> lines() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(
                        c.house.database().superuser())
                .sql("select r::text from nostos.person_read r order by 1")
                .query(String.class)
                .list();
    }

    private static List<PersonRead> told(Caller who, UUID person) {
        return who.call(() ->
                c.house
                        .bean(WhoWasTold.class)
                        .between(List.of(person), before, Instant.now().plusSeconds(60)));
    }
}
