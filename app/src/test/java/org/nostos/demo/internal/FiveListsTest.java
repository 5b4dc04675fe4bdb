package org.nostos.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;

class FiveListsTest {

    private static final FiveLists LISTS = FiveLists.of(FiveLists.USUAL_SEED, FiveLists.USUAL_SIZE);

    @Test
    void theSameSeedGivesTheSameWorld() {
        FiveLists again = FiveLists.of(FiveLists.USUAL_SEED, FiveLists.USUAL_SIZE);
        assertThat(again).isEqualTo(LISTS);
        assertThat(again.campCedar().bytes()).isEqualTo(LISTS.campCedar().bytes());
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(FiveLists.of(1, FiveLists.USUAL_SIZE).authority().rows())
                .isNotEqualTo(LISTS.authority().rows());
    }

    @Test
    void theListsAreAsLongAsTheProblemHasThem() {
        assertThat(LISTS.held()).isCloseTo(7_000, withinPercentage(1));
        assertThat(LISTS.authority().rows()).hasSizeBetween(5_100, 5_300);
        assertThat(LISTS.campWillow().rows()).hasSizeBetween(3_300, 3_500);
        assertThat(LISTS.campCedar().rows()).hasSizeBetween(1_250, 1_350);
        assertThat(LISTS.meridia().rows()).hasSizeBetween(1_350, 1_450);
        assertThat(LISTS.varland().rows()).hasSizeBetween(470, 530);
    }

    @Test
    void everybodyHeldStandsOnAHoldersList() {
        Set<String> written = new HashSet<>();
        for (PaperList list : List.of(LISTS.authority(), LISTS.campWillow(), LISTS.campCedar())) {
            list.rows().forEach(row -> row.person().ifPresent(written::add));
        }
        assertThat(written).hasSize(LISTS.held());
    }

    @Test
    void theStatesAlsoAskForPeopleWhomNobodyHolds() {
        assertThat(LISTS.sought()).isEqualTo(680);
    }

    @Test
    void moreThanFortyNationalitiesWomenAndChildrenAreAmongThem() {
        int nationality = LISTS.campCedar().heading().indexOf("Nationalité");
        int sex = LISTS.campCedar().heading().indexOf("Sexe");
        assertThat(State.ALL).hasSizeGreaterThan(40);
        assertThat(column(LISTS.campCedar(), nationality).distinct().count()).isGreaterThan(25);
        assertThat(column(LISTS.campCedar(), sex)).contains("M", "F");
        assertThat(column(LISTS.campCedar(), 5)).anyMatch(born -> born.endsWith("2015"));
    }

    @Test
    void noStateOfTheDemoIsARealOne() {
        Set<String> real =
                Arrays.stream(Locale.getISOCountries())
                        .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
                        .collect(Collectors.toSet());
        assertThat(State.ALL).allMatch(state -> state.code().isInvented());
        assertThat(State.ALL).noneMatch(state -> real.contains(state.name()));
        assertThat(State.ALL).extracting(State::code).doesNotHaveDuplicates();
        assertThat(State.ALL).extracting(State::name).doesNotHaveDuplicates();
    }

    @Test
    void rowsThatSpeakOfOnePersonAgreeOnTheYearOfBirthWithinMemory() {
        int dated = LISTS.meridia().heading().indexOf("DOB");
        int consular = LISTS.campWillow().heading().indexOf("Date of birth");
        List<FiveLists.SamePerson> pairs =
                LISTS.truth().stream()
                        .filter(pair -> pair.left().equals(LISTS.campWillow()))
                        .filter(pair -> pair.right().equals(LISTS.meridia()))
                        .toList();
        assertThat(pairs).hasSizeGreaterThan(200);
        for (FiveLists.SamePerson pair : pairs) {
            String camp = cell(pair.left(), pair.leftRow(), consular);
            String family = cell(pair.right(), pair.rightRow(), dated);
            if (!camp.isEmpty() && !family.isEmpty()) {
                int years =
                        Integer.parseInt(camp.substring(0, 4))
                                - Integer.parseInt(family.substring(6));
                assertThat(Math.abs(years)).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void truthJoinsTheListsWithEachOtherAndWithThemselves() {
        List<FiveLists.SamePerson> truth = LISTS.truth();
        assertThat(truth).anyMatch(pair -> pair.left().equals(pair.right()));
        for (PaperList list : LISTS.all()) {
            assertThat(truth).anyMatch(pair -> pair.right().equals(list));
        }
    }

    @Test
    void eachListHasBadRowsThatNobodyCanTell() {
        for (PaperList list : LISTS.all()) {
            assertThat(list.rows()).filteredOn(row -> row.person().isEmpty()).hasSize(5);
            assertThat(list.rows()).anyMatch(row -> row.cells().contains("31/02/1990"));
        }
    }

    @Test
    void everyHeadingThatSpeaksOfAPersonIsAUsualOne() {
        Set<String> otherwise =
                Set.of("م", "المكان", "No.", "Tent", "N°", "Inquiry", "Asked by", "№");
        for (PaperList list : LISTS.all()) {
            assertThat(list.heading())
                    .allMatch(heading ->
                            otherwise.contains(heading)
                                    || FieldRole.ofHeading(heading).isPresent());
        }
    }

    @Test
    void aNameIsWrittenInEveryScriptByHabit() {
        Name name = new Name("al-ṣanawbarī", "الصنوبري", "");
        assertThat(name.written(Habit.PLAIN)).isEqualTo("al-Sanawbari");
        assertThat(name.written(Habit.FRENCH)).isEqualTo("El Sanaoubari");
        assertThat(name.written(Habit.ARABIC)).isEqualTo("الصنوبري");
        assertThat(name.written(Habit.CYRILLIC)).isEqualTo("аль-Санаубари");
        assertThat(new Name("yasen", "", "ясень").written(Habit.PLAIN)).isEqualTo("Yasen");
    }

    @Test
    void theWorkbookIsAnExcelFile() {
        assertThat(LISTS.authority().bytes()).startsWith('P', 'K');
    }

    private static Stream<String> column(PaperList list, int column) {
        return list.rows().stream().map(row -> row.cells().get(column));
    }

    private static String cell(PaperList list, int row, int column) {
        return list.rows().get(row - 1).cells().get(column);
    }
}
