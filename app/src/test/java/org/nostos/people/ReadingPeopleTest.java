package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.identity.People;
import org.nostos.identity.PeopleSearch;
import org.nostos.identity.PeopleSearch.Found;
import org.nostos.identity.PeopleSearch.Why;
import org.nostos.identity.PersonFile;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Person;
import org.nostos.registry.Preferring;

/// Finding people and reading their files: through the walls, and into the journal.
class ReadingPeopleTest {

    private static final Row HELD =
            new Row("Zaytun", "Rumman", "al-Sindyani", "1993-02-14", "A-47113");
    private static final Row SOUGHT =
            new Row("زيتون", "رمان", "السندياني", "1993-02-14", "A-74113");
    private static final Row STRANGER = Row.of("Nawras", "Hudhud", "al-Karazi");

    private static Committee c;
    private static UUID held;
    private static UUID sought;
    private static UUID stranger;

    @BeforeAll
    static void acceptTwoLists() {
        c = Committee.open();
        List<UUID> ofHolder = c.accept(c.holder, LocalDate.of(2026, 3, 1), List.of(HELD, STRANGER));
        held = ofHolder.get(0);
        stranger = ofHolder.get(1);
        sought = c.accept(c.meridia, LocalDate.of(2026, 3, 9), List.of(SOUGHT)).getFirst();
        c.awaitLinked();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void aNameIsFoundInWhicheverScriptItWasWritten() {
        for (String asked : List.of("Zeitoun Rumman", "زيتون رمان")) {
            assertThat(found(c.hazel, asked))
                    .as(asked)
                    .extracting(one -> one.record().id())
                    .containsAnyOf(held, sought);
        }
    }

    @Test
    void aPartyFindsItsOwnAndNeverAnothers() {
        assertThat(found(c.meridia, "Zaytun Rumman"))
                .extracting(one -> one.record().id())
                .containsExactly(sought);
        assertThat(found(c.meridia, "A-47113")).isEmpty();
        assertThat(found(c.meridia, person(held).number())).isEmpty();
    }

    @Test
    void numbersAreFoundExactly() {
        assertThat(found(c.hazel, person(stranger).number()))
                .singleElement()
                .satisfies(one -> assertThat(one.why()).isEqualTo(Why.PERSON_NUMBER));
        assertThat(found(c.hazel, "a 47113"))
                .first()
                .satisfies(one -> {
                    assertThat(one.why()).isEqualTo(Why.NUMBER);
                    assertThat(one.record().id()).isEqualTo(held);
                });
    }

    @Test
    void searchingAndReadingAreActs() {
        long searched = acts("registry.searched");
        long read = acts("registry.read");
        found(c.hazel, "Nawras");
        file(c.hazel, person(stranger));
        assertThat(acts("registry.searched")).isEqualTo(searched + 1);
        assertThat(acts("registry.read")).isEqualTo(read + 1);
    }

    @Test
    void aPersonJoinedIsReadUnderTheLowestNumberFromEitherId() {
        c.confirm(held, sought, Verdict.SAME);
        for (Person one : List.of(person(held), person(sought))) {
            PersonFile file = file(c.hazel, one);
            assertThat(file.leader()).isEqualTo(person(held));
            assertThat(file.records())
                    .extracting(record -> record.id())
                    .containsExactly(held, sought);
            assertThat(file.names()).as("one spelling a script").hasSize(2);
        }
        PersonFile own = file(c.meridia, person(sought));
        assertThat(own.records()).as("a match is a disclosure").hasSize(1);
        assertThat(own.ties()).isEmpty();
    }

    @Test
    void everyValueStaysAndTheOnePreferredIsMarked() {
        c.confirm(held, sought, Verdict.SAME);
        assertThat(prefer(c.hazel, held, FieldRole.GIVEN_NAME, sought)).isEmpty();
        PersonFile.Item given = item(FieldRole.GIVEN_NAME);
        assertThat(given.values())
                .extracting(PersonFile.Value::text)
                .containsExactly("Zaytun", "زيتون");
        assertThat(given.values())
                .extracting(PersonFile.Value::isPreferred)
                .containsExactly(false, true);
        assertThat(prefer(c.rowan, held, FieldRole.GIVEN_NAME, held)).isEmpty();
        assertThat(item(FieldRole.GIVEN_NAME).values())
                .extracting(PersonFile.Value::isPreferred)
                .containsExactly(true, false);
        List<Obstacle> none =
                c.hazel.call(() ->
                        c.house
                                .bean(Preferring.class)
                                .takeBack(
                                        person(held).id(),
                                        FieldRole.GIVEN_NAME,
                                        "neither is sure"));
        assertThat(none).isEmpty();
        assertThat(item(FieldRole.GIVEN_NAME).preferred()).isNull();
    }

    @Test
    void aChoiceTakesAReasonAReviewerAndAValueThatWasSaid() {
        assertThat(codes(prefer(c.holder, held, FieldRole.GIVEN_NAME, held)))
                .containsExactly("obstacle.registry.reviewers-prefer");
        assertThat(codes(prefer(c.hazel, held, FieldRole.OCCUPATION, held)))
                .containsExactly("obstacle.registry.value-not-said");
        List<Obstacle> noReason =
                c.hazel.call(() ->
                        c.house
                                .bean(Preferring.class)
                                .prefer(person(held).id(), FieldRole.GIVEN_NAME, held, " "));
        assertThat(codes(noReason)).containsExactly("obstacle.registry.reason");
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }

    private static List<Obstacle> prefer(Caller who, UUID of, FieldRole role, UUID record) {
        UUID person = person(of).id();
        return who.call(() ->
                c.house.bean(Preferring.class).prefer(person, role, record, "read on the card"));
    }

    private static PersonFile.Item item(FieldRole role) {
        return file(c.hazel, person(held)).items().stream()
                .filter(item -> item.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static PersonFile file(Caller who, Person person) {
        return who.<Optional<PersonFile>, RuntimeException>call(
                        () -> c.house.bean(People.class).file(person.id()))
                .orElseThrow();
    }

    private static List<Found> found(Caller who, String asked) {
        return who.<List<Found>, RuntimeException>call(
                () -> c.house.bean(PeopleSearch.class).search(asked, "", 10).found());
    }

    private static Person person(UUID record) {
        return c.personOf(record);
    }

    private static long acts(String kind) {
        return c.as(
                c.hazel,
                () ->
                        c.house
                                .jdbc()
                                .sql("select count(*) from nostos.journal_entry where kind = ?")
                                .param(kind)
                                .query(Long.class)
                                .single());
    }
}
