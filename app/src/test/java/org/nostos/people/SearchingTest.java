package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Role;
import org.nostos.identity.PeopleSearch;
import org.nostos.identity.PeopleSearch.Found;
import org.nostos.identity.PeopleSearch.Results;
import org.nostos.identity.PeopleSearch.Why;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Erased;

/// The search while somebody types: in every script, by numbers and dates, behind the walls, and kept as
/// the records are.
class SearchingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Row HELD =
            new Row("Nawras", "Hudhud", "al-Karazi", "1985-03-04", "H-55012");
    private static final Row SOUGHT = new Row("نورس", "هدهد", "الكرزي", "1985-03-04", "ق ٥٥٠١٢");
    private static final Row OTHER = new Row("Dardar", "Arz", "al-Tinani", "1971-05-06", "H-77001");

    private static Committee c;
    private static Caller varnland;
    private static UUID held;
    private static UUID sought;
    private static UUID other;

    @BeforeAll
    static void acceptTwoLists() {
        c = Committee.open();
        varnland = c.house.party(PartyKind.STATE, "Varnland", "XMB", Role.INTAKE_OFFICER);
        List<UUID> ofHolder = c.accept(c.holder, DAY, List.of(HELD, OTHER));
        held = ofHolder.get(0);
        other = ofHolder.get(1);
        sought = c.accept(c.meridia, DAY, List.of(SOUGHT)).getFirst();
        c.awaitLinked();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void aNameIsFoundWhileItIsTypedInEveryScript() {
        for (String typed :
                List.of("Naw", "Nawras Hu", "نو", "نورس هد", "Наврас Худ", "karaz na")) {
            assertThat(records(typed(c.hazel, typed))).as(typed).contains(held, sought);
        }
        assertThat(c.hazel.call(() -> search().typed("N", "", 10))).isEmpty();
    }

    @Test
    void aNumberIsFoundByHowItBegins() {
        assertThat(records(typed(c.hazel, "h-55"))).containsExactly(held);
        assertThat(records(typed(c.hazel, "H 5501"))).containsExactly(held);
        assertThat(records(typed(c.hazel, "ق 550"))).containsExactly(sought);
        String number = c.personOf(other).number();
        for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), "n 2026-0000")) {
            assertThat(typed(c.hazel, typed).found())
                    .as(typed)
                    .filteredOn(one -> one.why() == Why.PERSON_NUMBER)
                    .extracting(one -> one.record().id())
                    .contains(other);
        }
        String last = number.substring(number.lastIndexOf('-') + 1);
        assertThat(records(typed(c.hazel, last))).contains(other);
    }

    @Test
    void aDateOfBirthFindsAloneAndNarrowsAName() {
        assertThat(records(typed(c.hazel, "03/1985"))).containsExactlyInAnyOrder(held, sought);
        assertThat(records(typed(c.hazel, "1971"))).containsExactly(other);
        assertThat(typed(c.hazel, "1971").found())
                .allSatisfy(one -> assertThat(one.why()).isEqualTo(Why.BORN));
        assertThat(records(typed(c.hazel, "Da 1971"))).first().isEqualTo(other);
    }

    @Test
    void typingOnIsOneActAndEveryNewFaceIsAnother() {
        Caller willow = c.willow;
        long before = acts();
        typed(willow, "Naw");
        assertThat(acts()).isEqualTo(before + 1);
        typed(willow, "Nawr");
        typed(willow, "Nawras H");
        assertThat(acts()).as("shown already, for the same question").isEqualTo(before + 1);
        typed(willow, "Dar");
        assertThat(acts()).as("another question").isEqualTo(before + 2);
        typed(willow, "Dard");
        willow.call(() -> search().search("Dard", "", 10));
        assertThat(acts()).as("a page of results").isEqualTo(before + 3);
        typed(c.rowan, "Dardar");
        assertThat(acts()).as("another reader").isEqualTo(before + 4);
    }

    @Test
    void whatOthersListedChangesNothingOfWhatAPartyFinds() {
        c.accept(varnland, DAY, List.of(Row.of("Laqlaq", "Sunbul", "al-Fustuqi")));
        c.awaitLinked();
        Results before = typed(varnland, "Laqlaq Sun");
        c.accept(c.holder, DAY, Collections.nCopies(200, Row.of("Laqlaq", "Sunbul", "al-Fustuqi")));
        c.awaitLinked();
        Results after = typed(varnland, "Laqlaq Sun");
        assertThat(before.found()).hasSize(1);
        assertThat(after.found()).as("probability and all").isEqualTo(before.found());
        assertThat(after.more()).isFalse();
    }

    @Test
    void whoMaySeeNobodyIsAnsweredFromNothing() {
        Caller stranger = c.house.party(PartyKind.STATE, "Osteria", "XMC", Role.INTAKE_OFFICER);
        for (Caller nobody : List.of(stranger, c.house.administrator())) {
            for (String asked : List.of("Nawras", "H-55012", "1985", c.personOf(held).number())) {
                assertThat(typed(nobody, asked).found()).as(asked).isEmpty();
                assertThat(typed(nobody, asked).more()).isFalse();
            }
        }
    }

    @Test
    void recordsOfOnePersonAreOneLineWithTheirNumber() {
        List<UUID> both =
                c.accept(
                        c.holder,
                        DAY,
                        List.of(
                                new Row("Yamam", "Khukh", "Lawzi", "1990-01-02", "L-1"),
                                new Row("Yamam", "Khukh", "Lawzi", "1990-01-02", "L-2")));
        c.awaitLinked();
        c.confirm(both.get(0), both.get(1), Verdict.SAME);
        assertThat(typed(c.hazel, "Yamam Khu").found())
                .filteredOn(one -> both.contains(one.record().id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.records()).isEqualTo(2);
                    assertThat(one.person()).isEqualTo(c.personOf(both.get(0)));
                });
    }

    @Test
    void whoIsTakenOutIsFoundByNothing() {
        UUID gone =
                c.accept(
                                c.holder,
                                DAY,
                                List.of(
                                        new Row(
                                                "Shahin",
                                                "Waqwaq",
                                                "Ballut",
                                                "1966-06-06",
                                                "G-4242")))
                        .getFirst();
        c.awaitLinked();
        assertThat(records(typed(c.hazel, "Shahin Waq"))).contains(gone);
        c.as(
                c.hazel,
                () -> {
                    c.house.publish(new Erased(Set.of(c.personOf(gone).id()), Set.of(gone)));
                    return gone;
                });
        c.awaitLinked();
        for (String asked : List.of("Shahin Waq", "G-4242", "06/1966")) {
            assertThat(records(typed(c.hazel, asked))).as(asked).doesNotContain(gone);
        }
    }

    private static Results typed(Caller who, String typed) {
        return who.<java.util.Optional<Results>, RuntimeException>call(
                        () -> search().typed(typed, "", 30))
                .orElseThrow();
    }

    private static List<UUID> records(Results results) {
        return results.found().stream().map(Found::record).map(record -> record.id()).toList();
    }

    private static PeopleSearch search() {
        return c.house.bean(PeopleSearch.class);
    }

    private static long acts() {
        return c.as(
                c.hazel,
                () ->
                        c.house
                                .jdbc()
                                .sql(
                                        "select count(*) from nostos.journal_entry where kind = 'registry.searched'")
                                .query(Long.class)
                                .single());
    }
}
