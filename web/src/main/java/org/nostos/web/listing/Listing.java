package org.nostos.web.listing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;

/// A list as its page shows it: a page of rows, how many there are, and where its links lead.
///
/// A page of a list has three parts. The controller takes [Asked], says its columns once, and answers
/// with [Listings]:
///
/// ```java
/// Object states(Asked asked, Model model) {
///     Listing<Line> states = listings.of(asked, "states", Purpose.STATE_REQUEST, columns, lines);
///     return listings.answer("states", model, states);
/// }
/// ```
///
/// The template has the list under its name, and the parts of `listing.html` around its rows:
///
/// ```html
/// <form th:replace="~{listing :: tools(${states})}"></form>
/// <p th:replace="~{listing :: empty(${states})}"></p>
/// <table class="stack" th:if="${states.total > 0}">
///   <thead><tr th:replace="~{listing :: heads(${states})}"></tr></thead>
///   <tbody><tr th:each="line : ${states.rows}"> … </tr></tbody>
/// </table>
/// <th:block th:replace="~{listing :: pager(${states})}"></th:block>
/// ```
///
/// A list that may grow long gives a [Paged] instead of its rows: then the store filters, sorts and
/// counts, by an enum of orders and never by words of the address. A page with several lists gives each
/// `asked.in(name)`. Lists without a filter box or without an order say so by their columns
/// ([Column#still]). What a reader may not see must not be among the rows: the file has them all.
public final class Listing<T> {

    /// A value that the reader may ask for, and whether they did.
    public record Option(String value, String word, boolean asked) {}

    /// A column of which the reader may ask for one value.
    public record Choice(String name, String head, List<Option> options) {
        public Choice {
            options = List.copyOf(options);
        }
    }

    static final int LINES = 50;

    private final Asked asked;
    private final String name;
    private final Purpose purpose;
    private final List<Column<T>> columns;
    private final List<Choice> choices;
    private final List<T> rows;
    private final long total;
    private final long whole;
    private final int number;
    private final boolean mayTake;
    private final boolean stays;

    Listing(
            Asked asked,
            String name,
            Purpose purpose,
            List<Column<T>> columns,
            List<Choice> choices,
            Found<T> found,
            boolean mayTake,
            boolean stays) {
        this.asked = asked;
        this.name = name;
        this.purpose = purpose;
        this.columns = List.copyOf(columns);
        this.choices = List.copyOf(choices);
        this.rows = found.rows();
        this.total = found.total();
        this.whole = found.whole();
        this.number = found.number();
        this.mayTake = mayTake;
        this.stays = stays;
    }

    /// The rows that an answer holds, which page they are, and how many there are.
    record Found<T>(List<T> rows, long total, long whole, int number) {
        Found {
            rows = List.copyOf(rows);
        }
    }

    /// The same list, which nobody takes away: what it says of people stays in the house.
    public Listing<T> staying() {
        Found<T> found = new Found<>(rows, total, whole, number);
        return new Listing<>(asked, name, purpose, columns, choices, found, false, true);
    }

    boolean stays() {
        return stays;
    }

    public String name() {
        return name;
    }

    Purpose purpose() {
        return purpose;
    }

    Asked asked() {
        return asked;
    }

    /// The columns of the page, in their order.
    public List<Column<T>> heads() {
        return columns.stream().filter(Column::shown).toList();
    }

    /// The columns that the reader may sort by.
    public List<Column<T>> orders() {
        return columns.stream().filter(Column::sorts).toList();
    }

    List<Column<T>> ofFile() {
        return columns.stream().filter(column -> column.kind() != Column.Kind.BARE).toList();
    }

    public List<Choice> choices() {
        return choices;
    }

    public List<T> rows() {
        return rows;
    }

    /// How many rows the filter leaves.
    public long total() {
        return total;
    }

    /// How many there are without the filter.
    public long whole() {
        return whole;
    }

    /// The page that is shown, from 1.
    public int number() {
        return number;
    }

    public long pages() {
        return isWhole() ? 1 : Math.max(1, (total + LINES - 1) / LINES);
    }

    public long first() {
        return total == 0 ? 0 : (number - 1L) * LINES + 1;
    }

    public long last() {
        return first() + rows.size() - (total == 0 ? 0 : 1);
    }

    /// Whether every row is on this page, as paper wants it.
    public boolean isWhole() {
        return asked.as() == Asked.As.PRINT;
    }

    public String words() {
        return asked.words();
    }

    /// Whether the words of the filter in the address are not known any more.
    public boolean isForgotten() {
        return asked.forgotten();
    }

    public boolean isFiltered() {
        return !asked.words().isEmpty() || choices.stream().anyMatch(Listing::isAsked);
    }

    private static boolean isAsked(Choice choice) {
        return choice.options().stream().anyMatch(Option::asked);
    }

    /// The values that were asked for, in words: for paper.
    public List<String> askedFor() {
        return choices.stream()
                .flatMap(choice -> choice.options().stream())
                .filter(Option::asked)
                .map(Option::word)
                .toList();
    }

    /// The column whose order the list is in; null for its own.
    public @Nullable Column<T> sortedBy() {
        return sorted(asked, columns);
    }

    static <T> @Nullable Column<T> sorted(Asked asked, List<Column<T>> columns) {
        String key = asked.of(Asked.SORT);
        return columns.stream()
                .filter(column -> column.sorts() && column.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    public boolean isDown() {
        return asked.down();
    }

    /// The order of a head as `aria-sort` says it; null where the list is in another.
    public @Nullable String ariaSort(Column<T> column) {
        if (!column.equals(sortedBy())) {
            return null;
        }
        return isDown() ? "descending" : "ascending";
    }

    /// Where a head leads: to its order, and from there the other way round.
    public String sortLink(Column<T> column) {
        boolean turn = column.equals(sortedBy()) && !isDown();
        return asked.with(with(Asked.SORT, column.key(), Asked.DOWN, turn ? "desc" : "asc"));
    }

    public String pageLink(long page) {
        return asked.with(with(Asked.PAGE, page == 1 ? null : Long.toString(page)));
    }

    /// The same list without its filter.
    public String clearLink() {
        Map<String, @Nullable String> none = with(Asked.WORDS, null);
        choices.forEach(choice -> none.put(choice.name().substring(asked.prefix().length()), null));
        return asked.with(none);
    }

    public String fileLink() {
        return asked.with(with(Asked.AS, "csv"));
    }

    public String printLink() {
        return asked.with(with(Asked.AS, "print"));
    }

    /// The list as it is read on a screen.
    public String screenLink() {
        return asked.with(Map.of());
    }

    /// Whether the reader is shown the way to a file and to paper.
    public boolean isToTake() {
        return mayTake && total > 0;
    }

    public String path() {
        return asked.path();
    }

    /// The name that a field of the filter sends.
    public String field(String parameter) {
        return asked.name(parameter);
    }

    /// What the filter's form sends along: all of the address that it does not ask for itself.
    public Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>(new TreeMap<>(asked.address()));
        List.of(Asked.WORDS, Asked.SORT, Asked.DOWN, Asked.PAGE, Asked.AS)
                .forEach(parameter -> kept.remove(asked.name(parameter)));
        choices.forEach(choice -> kept.remove(choice.name()));
        return kept;
    }

    static String nameOf(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static Map<String, @Nullable String> with(@Nullable String... pairs) {
        Map<String, @Nullable String> changes = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            changes.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return changes;
    }
}
