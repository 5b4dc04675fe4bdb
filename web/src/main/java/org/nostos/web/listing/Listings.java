package org.nostos.web.listing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.web.TableFile;
import org.nostos.web.listing.Asked.As;
import org.nostos.web.listing.Listing.Choice;
import org.nostos.web.listing.Listing.Found;
import org.nostos.web.listing.Listing.Option;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/// Makes lists of rows and what is asked of them, and answers with a page or a file. See [Listing].
///
/// A file, and a list on paper, are acts of their own: the journal has the list's name, its purpose,
/// the count and for a file its hash before the first byte leaves. Thread-safe.
@Component
public class Listings {

    /// The longest file; whoever needs more asks for a part of the list at a time.
    static final int MOST = 200_000;

    private final Wording wording;
    private final Acts acts;
    private final TransactionOperations transaction;

    Listings(Wording wording, Acts acts, TransactionOperations transaction) {
        this.wording = wording;
        this.acts = acts;
        this.transaction = transaction;
    }

    /// A list of rows at hand, filtered, sorted and paged here.
    ///
    /// @param name small letters: its name in the model, in the journal, and of its file
    /// @param rows all of them, in the list's own order
    public <T> Listing<T> of(
            Asked asked, String name, Purpose purpose, List<Column<T>> columns, List<T> rows) {
        return made(
                asked,
                name,
                purpose,
                columns,
                choices(asked, columns, rows),
                found(asked, columns, rows));
    }

    /// A list that a room reads whole, while reading is an act for the rows alone that are shown.
    ///
    /// @param reader gives all rows to its argument and records those that come back
    public <T> Listing<T> read(
            Asked asked,
            String name,
            Purpose purpose,
            List<Column<T>> columns,
            Consumer<UnaryOperator<List<T>>> reader) {
        AtomicReference<@Nullable Listing<T>> made = new AtomicReference<>();
        reader.accept(rows -> {
            Listing<T> list = of(asked, name, purpose, columns, rows);
            made.set(list);
            return list.rows();
        });
        return Objects.requireNonNull(made.get());
    }

    /// A list whose store gives pages of its own order; it is filtered and sorted here.
    ///
    /// @param values the values that may be asked for, by the key of their column
    public <T> Listing<T> of(
            Asked asked,
            String name,
            Purpose purpose,
            List<Column<T>> columns,
            Map<String, List<?>> values,
            Stored<T> rows) {
        if (!isAsked(asked, columns)) {
            return of(asked, name, purpose, columns, values, new AsItComes<>(rows));
        }
        AtomicReference<@Nullable Found<T>> fit = new AtomicReference<>();
        List<T> shown =
                rows.read(all -> {
                    Found<T> found = found(asked, columns, all);
                    fit.set(found);
                    return found.rows();
                });
        Found<T> found = Objects.requireNonNull(fit.get());
        return made(
                asked,
                name,
                purpose,
                columns,
                choices(asked, columns, values),
                new Found<>(shown, found.total(), found.whole(), found.number()));
    }

    private static <T> boolean isAsked(Asked asked, List<Column<T>> columns) {
        return !asked.words().isBlank()
                || Listing.sorted(asked, columns) != null
                || isChosenFrom(asked, columns);
    }

    private static <T> boolean isChosenFrom(Asked asked, List<Column<T>> columns) {
        return columns.stream()
                .anyMatch(column -> column.chosen() && !asked.of(column.key()).isEmpty());
    }

    private record AsItComes<T>(Stored<T> rows) implements Paged<T> {

        @Override
        public List<T> rows(int offset, int most) {
            return rows.page(offset, most);
        }

        @Override
        public long total() {
            return rows.whole();
        }

        @Override
        public long whole() {
            return rows.whole();
        }
    }

    /// A list whose store filters, sorts and pages.
    ///
    /// @param values the values that may be asked for, by the key of their column
    public <T> Listing<T> of(
            Asked asked,
            String name,
            Purpose purpose,
            List<Column<T>> columns,
            Map<String, List<?>> values,
            Paged<T> rows) {
        List<Choice> choices = choices(asked, columns, values);
        long total = rows.total();
        int number = number(asked, total);
        List<T> shown =
                rows.rows(asked.as() == As.PAGE ? (number - 1) * Listing.LINES : 0, asked.most());
        return made(
                asked,
                name,
                purpose,
                columns,
                choices,
                new Found<>(shown, total, rows.whole(), number));
    }

    /// A list that a room reads whole when words are looked for in it, or a file of it is taken. While
    /// nothing is asked, the room gives its order; while only an order or the value of a column is, it
    /// gives a key of each row. Either way it reads the rows of one page.
    public <K, T> Listing<T> ordered(
            Asked asked,
            String name,
            Purpose purpose,
            List<Column<T>> columns,
            Map<String, List<?>> values,
            Ordered<K, T> rows) {
        if (asked.isPlain() && !isChosenFrom(asked, columns)) {
            return of(
                    asked, name, purpose, columns, values, new InOrder<>(rows.order(), rows::rows));
        }
        return asked.as() == As.PAGE && asked.of(Asked.WORDS).isEmpty()
                ? keyed(asked, name, purpose, columns, values, rows)
                : read(asked, name, purpose, columns, rows::read);
    }

    private <K, T> Listing<T> keyed(
            Asked asked,
            String name,
            Purpose purpose,
            List<Column<T>> columns,
            Map<String, List<?>> values,
            Ordered<K, T> rows) {
        Found<K> found = found(asked, rows.columns(), rows.keys(asked));
        return made(
                asked,
                name,
                purpose,
                columns,
                choices(asked, columns, values),
                new Found<>(
                        rows.rowsOf(found.rows()), found.total(), found.whole(), found.number()));
    }

    /// The rows of a list whose order is known.
    private record InOrder<T>(List<UUID> order, Function<List<UUID>, List<T>> reader)
            implements Paged<T> {

        @Override
        public List<T> rows(int offset, int most) {
            int from = Math.min(offset, order.size());
            return reader.apply(order.subList(from, Math.min(order.size(), from + most)));
        }

        @Override
        public long total() {
            return order.size();
        }

        @Override
        public long whole() {
            return order.size();
        }
    }

    private static <T> Listing<T> made(
            Asked asked,
            String name,
            Purpose purpose,
            List<Column<T>> columns,
            List<Choice> choices,
            Found<T> found) {
        return new Listing<>(asked, name, purpose, columns, choices, found, Taking.isOpen(), false);
    }

    /// The page with its lists under their names, or the file of the one that is wanted as a file.
    public Object answer(String view, Model model, Listing<?>... lists) {
        for (Listing<?> list : lists) {
            if (list.stays() && list.asked().as() != As.PAGE) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            if (list.asked().as() == As.CSV) {
                return file(list);
            }
            if (list.asked().as() == As.PRINT) {
                record("listing.printed", list, null);
            }
            model.addAttribute(list.name(), list);
        }
        return view;
    }

    private <T> ResponseEntity<byte[]> file(Listing<T> list) {
        List<List<String>> table = new ArrayList<>();
        table.add(list.ofFile().stream().map(column -> wording.message(column.head())).toList());
        list.rows().forEach(row -> table.add(cells(list, row)));
        if (list.total() > list.rows().size()) {
            table.add(List.of(wording.message("listing.stops", list.rows().size(), list.total())));
        }
        byte[] file = TableFile.CSV.write(table);
        record("listing.exported", list, sha256(file));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TableFile.CSV.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(list.name()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file);
    }

    private <T> List<String> cells(Listing<T> list, T row) {
        return list.ofFile().stream().map(column -> wording.cell(column, row)).toList();
    }

    private static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name + "." + TableFile.CSV.ending())
                .build()
                .toString();
    }

    private void record(String kind, Listing<?> list, @Nullable String hash) {
        Map<String, ?> detail =
                Map.of(
                        "list",
                        list.name(),
                        "rows",
                        list.rows().size(),
                        "filtered",
                        list.isFiltered());
        Act act = Act.of(kind, list.purpose(), detail);
        transaction.executeWithoutResult(
                status -> acts.record(hash == null ? act : act.withDocument(hash)));
    }

    private <T> List<Choice> choices(
            Asked asked, List<Column<T>> columns, Map<String, List<?>> values) {
        return columns.stream()
                .filter(Column::chosen)
                .map(column ->
                        choice(
                                asked,
                                column,
                                List.copyOf(values.getOrDefault(column.key(), List.of()))))
                .toList();
    }

    private <T> List<Choice> choices(Asked asked, List<Column<T>> columns, List<T> rows) {
        return columns.stream()
                .filter(Column::chosen)
                .map(column -> choice(asked, column, values(column, rows)))
                .filter(choice -> choice.options().size() > 1 || isAsked(choice))
                .toList();
    }

    private <T> Found<T> found(Asked asked, List<Column<T>> columns, List<T> rows) {
        List<T> fit = sorted(asked, columns, fitting(asked, columns, rows));
        int number = number(asked, fit.size());
        List<T> shown =
                asked.as() == As.PAGE
                        ? fit.stream()
                                .skip((number - 1L) * Listing.LINES)
                                .limit(Listing.LINES)
                                .toList()
                        : fit;
        return new Found<>(shown, fit.size(), rows.size(), number);
    }

    private <T> List<T> fitting(Asked asked, List<Column<T>> columns, List<T> rows) {
        Matching words = new Matching(asked.words());
        return rows.stream()
                .filter(row -> columns.stream().allMatch(column -> isChosen(asked, column, row)))
                .filter(row -> asked.words().isBlank() || words.fits(text(columns, row)))
                .toList();
    }

    private static <T> boolean isChosen(Asked asked, Column<T> column, T row) {
        String wanted = column.chosen() ? asked.of(column.key()) : "";
        Object value = wanted.isEmpty() ? null : column.value().of(row);
        return wanted.isEmpty() || (value != null && Listing.nameOf(value).equals(wanted));
    }

    private <T> String text(List<Column<T>> columns, T row) {
        StringBuilder text = new StringBuilder();
        columns.stream()
                .filter(column -> column.kind() == Column.Kind.TEXT)
                .forEach(column -> text.append(wording.cell(column, row)).append('\n'));
        return text.toString();
    }

    private <T> List<T> sorted(Asked asked, List<Column<T>> columns, List<T> rows) {
        Column<T> by = Listing.sorted(asked, columns);
        return by == null ? rows : wording.sorted(by, asked.down(), rows);
    }

    private static int number(Asked asked, long total) {
        long last = Math.max(1, (total + Listing.LINES - 1) / Listing.LINES);
        return asked.as() == As.PAGE ? (int) Math.min(asked.page(), last) : 1;
    }

    private static <T> List<Object> values(Column<T> column, List<T> rows) {
        Stream<Object> values =
                rows.stream().map(row -> column.value().of(row)).filter(Objects::nonNull);
        return values.distinct().sorted(Comparator.comparing(Listings::rank)).toList();
    }

    private static String rank(Object value) {
        return value instanceof Enum<?> one
                ? String.format("%05d", one.ordinal())
                : value.toString();
    }

    private Choice choice(Asked asked, Column<?> column, List<Object> values) {
        String wanted = asked.of(column.key());
        List<Option> options =
                values.stream()
                        .map(value ->
                                new Option(
                                        Listing.nameOf(value),
                                        wording.word(column, value),
                                        Listing.nameOf(value).equals(wanted)))
                        .toList();
        return new Choice(asked.name(column.key()), column.head(), options);
    }

    private static boolean isAsked(Choice choice) {
        return choice.options().stream().anyMatch(Option::asked);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
