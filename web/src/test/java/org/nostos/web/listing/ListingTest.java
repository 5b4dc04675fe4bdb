package org.nostos.web.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Purpose;
import org.nostos.web.TableFile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.server.ResponseStatusException;

class ListingTest {

    private enum Kind {
        ORCHARD,
        FOREST
    }

    private record Tree(
            String name, @Nullable Integer rings, Kind kind, @Nullable LocalDate felled) {}

    private static final List<Column<Tree>> COLUMNS =
            List.of(
                    Column.text("name", "tree.name", Tree::name),
                    Column.number("rings", "tree.rings", Tree::rings),
                    Column.word("kind", "tree.kind", "kind.", Tree::kind),
                    Column.text("felled", "tree.felled", Tree::felled),
                    Column.bare("tree.do"));

    private static final List<Tree> TREES =
            List.of(
                    new Tree("Walnut", 80, Kind.ORCHARD, null),
                    new Tree("élan of Oak", 300, Kind.FOREST, LocalDate.of(2024, 2, 1)),
                    new Tree("زيتون", null, Kind.ORCHARD, null),
                    new Tree("Almond", 30, Kind.ORCHARD, LocalDate.of(2025, 7, 9)));

    private final List<Act> journal = new ArrayList<>();
    private Listings listings;

    ListingTest() {
        StaticMessageSource words = new StaticMessageSource();
        Map.of(
                        "tree.name", "Name",
                        "tree.rings", "Rings",
                        "tree.kind", "Kind",
                        "tree.felled", "Felled",
                        "kind.ORCHARD", "in an orchard",
                        "kind.FOREST", "in a forest")
                .forEach((key, text) -> words.addMessage(key, Locale.getDefault(), text));
        listings =
                new Listings(
                        new Wording(words),
                        act -> {
                            journal.add(act);
                            return UUID.randomUUID();
                        },
                        TransactionOperations.withoutTransaction());
    }

    @BeforeEach
    void nothingIsRecordedYet() {
        journal.clear();
    }

    @Test
    void aListIsSortedByAColumnEitherWayAndWhoSaysNothingComesLast() {
        assertThat(names(asked("sort", "rings"))).endsWith("زيتون").startsWith("Almond", "Walnut");
        assertThat(names(asked("sort", "rings", "dir", "desc")))
                .startsWith("élan of Oak", "Walnut")
                .endsWith("زيتون");
        assertThat(names(asked("sort", "name"))).startsWith("Almond", "élan of Oak", "Walnut");
    }

    @Test
    void anOrderThatIsNoneLeavesTheListInItsOwn() {
        for (String key : List.of("nothing", "name;drop table person", "do", "")) {
            Listing<Tree> list = list(asked("sort", key));
            assertThat(list.rows()).isEqualTo(TREES);
            assertThat(list.heads().stream().map(list::ariaSort)).containsOnlyNulls();
        }
    }

    @Test
    void aHeadSaysItsOrderAndLeadsTheOtherWayRoundAndKeepsTheFilterAndTheDay() {
        Listing<Tree> list =
                list(asked("sort", "name", "kind", "ORCHARD", "asOf", "2026-05-01", "page", "3"));
        Column<Tree> name = COLUMNS.getFirst();
        assertThat(list.ariaSort(name)).isEqualTo("ascending");
        assertThat(list.sortLink(name))
                .isEqualTo("/trees?asOf=2026-05-01&dir=desc&kind=ORCHARD&sort=name");
        assertThat(list.clearLink()).isEqualTo("/trees?asOf=2026-05-01&sort=name");
    }

    @Test
    void wordsFitWhateverTheirCaseAccentsAndScript() {
        assertThat(names(typed("ELAN oak"))).containsExactly("élan of Oak");
        assertThat(names(typed("zaytun"))).containsExactly("زيتون");
        assertThat(names(typed("زیتون"))).containsExactly("زيتون");
        assertThat(names(typed("forest"))).containsExactly("élan of Oak");
        assertThat(names(typed("oak walnut"))).isEmpty();
        assertThat(names(typed("=+-@"))).isEmpty();
    }

    @Test
    void aColumnOfFewValuesIsAChoiceAndOneThatIsNotThereFitsNobody() {
        Listing<Tree> list = list(asked("kind", "ORCHARD"));
        assertThat(list.total()).isEqualTo(3);
        assertThat(list.whole()).isEqualTo(4);
        assertThat(list.choices())
                .singleElement()
                .satisfies(choice ->
                        assertThat(choice.options().stream().map(Listing.Option::word))
                                .containsExactly("in an orchard", "in a forest"));
        assertThat(list(asked("kind", "JUNGLE")).total()).isZero();
    }

    @Test
    void everyRowStandsOnOnePageAndTheTotalIsTrue() {
        List<Tree> many =
                IntStream.range(0, 1234)
                        .mapToObj(i -> new Tree("Tree " + i, i % 7, Kind.FOREST, null))
                        .toList();
        List<Tree> seen = new ArrayList<>();
        for (int page = 1; page <= 25; page++) {
            Listing<Tree> list =
                    listings.of(
                            asked("page", "" + page, "sort", "rings"),
                            "trees",
                            Purpose.CASEWORK,
                            COLUMNS,
                            many);
            assertThat(list.total()).isEqualTo(1234);
            assertThat(list.pages()).isEqualTo(25);
            seen.addAll(list.rows());
        }
        assertThat(seen).hasSize(1234).doesNotHaveDuplicates().containsAll(many);
        assertThat(list(asked("page", "99")).number()).isEqualTo(1);
        assertThat(list(asked("page", "-1")).number()).isEqualTo(1);
    }

    @Test
    void aFileHasTheFilteredRowsAndIsAnActBeforeItLeaves() {
        Object answer =
                listings.answer(
                        "trees",
                        new ConcurrentModel(),
                        list(asked("as", "csv", "kind", "ORCHARD", "sort", "name", "page", "2")));
        ResponseEntity<?> file = (ResponseEntity<?>) answer;
        String text = new String((byte[]) file.getBody(), StandardCharsets.UTF_8);
        assertThat(text.split("\r\n"))
                .hasSize(4)
                .startsWith(
                        "\uFEFF\"Name\",\"Rings\",\"Kind\",\"Felled\"",
                        "\"Almond\",\"30\",\"in an orchard\",\"2025-07-09\"");
        assertThat(file.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"trees.csv\"");
        assertThat(file.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(journal)
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.kind()).isEqualTo("listing.exported");
                    assertThat(act.purpose()).isEqualTo(Purpose.CASEWORK);
                    assertThat(act.document()).isNotNull();
                    assertThat(act.detail())
                            .isEqualTo(Map.of("list", "trees", "rows", 3, "filtered", true));
                });
    }

    @Test
    void theListAsAPageIsNoActAndAsPaperIsOne() {
        listings.answer("trees", new ConcurrentModel(), list(asked()));
        assertThat(journal).isEmpty();
        listings.answer("trees", new ConcurrentModel(), list(asked("as", "print")));
        assertThat(journal).extracting(Act::kind).containsExactly("listing.printed");
    }

    @Test
    void aListThatStaysIsNeverAFile() {
        Listing<Tree> staying = list(asked("as", "csv")).staying();
        assertThatThrownBy(() -> listings.answer("trees", new ConcurrentModel(), staying))
                .isInstanceOf(ResponseStatusException.class);
        assertThat(staying.isToTake()).isFalse();
        assertThat(journal).isEmpty();
    }

    @Test
    void theSecondListOfAPageHasParametersOfItsOwn() {
        Asked page = asked("sort", "rings", "second.sort", "name", "second.dir", "desc");
        Listing<Tree> second = list(page.in("second"));
        assertThat(second.rows().getFirst().name()).isIn("Walnut", "زيتون");
        assertThat(second.sortLink(COLUMNS.getFirst()))
                .isEqualTo("/trees?second.dir=asc&second.sort=name&sort=rings");
    }

    /// What a spreadsheet could run, or a reader of the file could take for another cell or row.
    @Test
    void aHostileCellStaysTextInItsOwnCell() {
        for (String hostile :
                List.of(
                        "=1+1",
                        "+cmd|' /C calc'!A0",
                        "-2+3",
                        "@SUM(1)",
                        "\t=1",
                        "\r=1",
                        "\n=1",
                        "|x",
                        "\uFF1D1")) {
            String text =
                    new String(
                            TableFile.CSV.write(List.of(List.of(hostile, "next"))),
                            StandardCharsets.UTF_8);
            assertThat(text).isEqualTo("\uFEFF\"'" + hostile + "\",\"next\"\r\n");
        }
        assertThat(
                        new String(
                                TableFile.CSV.write(List.of(List.of("a \"b\", c\r\nd", ""))),
                                StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"a \"\"b\"\", c\r\nd\",\"\"\r\n");
    }

    @Test
    void anAddressLeadsNowhereOutsideTheHouse() {
        for (String out :
                List.of(
                        "//evil.example",
                        "https://evil.example",
                        "/\\evil",
                        "/a/../b",
                        "a",
                        "/%0d")) {
            assertThat(Addresses.withinTheHouse(out)).isEqualTo("/");
        }
        assertThat(Addresses.withinTheHouse("/states/XMA")).isEqualTo("/states/XMA");
    }

    private List<String> names(Asked asked) {
        return list(asked).rows().stream().map(Tree::name).toList();
    }

    private Listing<Tree> list(Asked asked) {
        return listings.of(asked, "trees", Purpose.CASEWORK, COLUMNS, TREES);
    }

    private static Asked asked(String... pairs) {
        Map<String, String> address = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            address.put(pairs[i], pairs[i + 1]);
        }
        return new Asked("/trees", "", address, Map.of());
    }

    private static Asked typed(String words) {
        return new Asked("/trees", "", Map.of("q", "~key"), Map.of("q", words));
    }

    /// The order of a comparator that weighs both texts anew each time, over names that differ in script,
    /// accents, case and marks alone, and over ties.
    @Test
    void aTextIsSortedAsTheCollatorComparesIt() {
        List<String> parts =
                List.of(
                        "أرز", "ارز", "إرز", "زَيتون", "زيتون", "Élan", "elan", "Elan", "e-lan", "",
                        " ", "Ż", "z", "٣", "3");
        List<Tree> trees = new ArrayList<>();
        for (String one : parts) {
            for (String other : parts) {
                trees.add(new Tree(one + " " + other, null, Kind.ORCHARD, null));
                trees.add(new Tree(one + other, trees.size(), Kind.FOREST, null));
            }
        }
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("ar"), Locale.of("ckb"))) {
            LocaleContextHolder.setLocale(locale);
            try {
                Collator collator = Collator.getInstance(locale);
                Comparator<Tree> byName = (a, b) -> collator.compare(a.name(), b.name());
                Wording wording = new Wording(new StaticMessageSource());
                assertThat(wording.sorted(COLUMNS.getFirst(), false, trees))
                        .isEqualTo(trees.stream().sorted(byName).toList());
                assertThat(wording.sorted(COLUMNS.getFirst(), true, trees))
                        .isEqualTo(trees.stream().sorted(byName.reversed()).toList());
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        }
    }
}
