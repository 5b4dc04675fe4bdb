package org.nostos.web.listing;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a reader asks of a list, in the address: `q`, `sort`, `dir`, `page`, `as`, and a value of a
/// column under the column's key.
///
/// A controller takes it as an argument. What was typed into the filter may be a person's name, so the
/// address holds a random key for it and the session holds the words. A second list of the page reads
/// the same parameters behind its name and a dot: [#in]. All other parameters are kept.
///
/// @param address every parameter, as it stands in the address
/// @param typed the words of the filters, by the name of their parameter
public record Asked(
        String path, String prefix, Map<String, String> address, Map<String, String> typed) {

    /// What the list is wanted as.
    public enum As {
        PAGE,
        /// All its rows on one page, for paper.
        PRINT,
        CSV
    }

    static final String WORDS = "q";
    static final String SORT = "sort";
    static final String DOWN = "dir";
    static final String PAGE = "page";
    static final String AS = "as";

    private static final int MOST_PAGES = 1_000_000;

    public Asked {
        address = Map.copyOf(address);
        typed = Map.copyOf(typed);
    }

    /// The same question to another list of the page.
    public Asked in(String list) {
        return new Asked(path, list + ".", address, typed);
    }

    /// The same question without a parameter that is not the list's.
    public Asked without(String parameter) {
        Map<String, String> rest = new TreeMap<>(address);
        rest.remove(parameter);
        return new Asked(path, prefix, rest, typed);
    }

    String name(String parameter) {
        return prefix + parameter;
    }

    /// The value of a parameter of this list; empty where it has none.
    public String of(String parameter) {
        return address.getOrDefault(name(parameter), "");
    }

    /// What was typed into the filter; empty for nothing.
    public String words() {
        return typed.getOrDefault(name(WORDS), "");
    }

    /// Whether there was a filter that the session has forgotten.
    boolean forgotten() {
        return !of(WORDS).isEmpty() && words().isEmpty();
    }

    /// Whether a page of the list in its own order is asked for.
    boolean isPlain() {
        return as() == As.PAGE && of(WORDS).isEmpty() && of(SORT).isEmpty();
    }

    public boolean down() {
        return of(DOWN).equals("desc");
    }

    int page() {
        String page = of(PAGE);
        return page.matches("\\d{1,7}") ? Math.clamp(Integer.parseInt(page), 1, MOST_PAGES) : 1;
    }

    public As as() {
        return switch (of(AS)) {
            case "csv" -> As.CSV;
            case "print" -> As.PRINT;
            default -> As.PAGE;
        };
    }

    /// Where the rows that are asked for begin.
    public int offset() {
        return as() == As.PAGE ? (page() - 1) * Listing.LINES : 0;
    }

    /// How many rows are asked for.
    public int most() {
        return as() == As.PAGE ? Listing.LINES : Listings.MOST;
    }

    /// The address with these parameters of the list changed, and no page or file asked for; null takes
    /// one away.
    String with(Map<String, @Nullable String> changes) {
        Map<String, String> all = new TreeMap<>(address);
        all.remove(name(PAGE));
        all.remove(name(AS));
        changes.forEach((parameter, value) -> {
            if (value == null || value.isEmpty()) {
                all.remove(name(parameter));
            } else {
                all.put(name(parameter), value);
            }
        });
        return Addresses.of(path, all);
    }
}
