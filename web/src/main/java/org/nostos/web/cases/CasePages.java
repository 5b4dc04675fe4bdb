package org.nostos.web.cases;

import java.util.ArrayList;
import java.util.List;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseBoards.Named;
import org.nostos.cases.CaseLists.Order;
import org.nostos.cases.CaseLists.Wanted;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Paged;

/// Cases in the order that a reader asked for, page by page from the summary: the database filters,
/// sorts and counts them. Each page that is read is an act.
final class CasePages implements Paged<Named> {

    private static final int AT_ONCE = 5_000;

    private final CaseBoards boards;
    private final Wanted wanted;
    private final Wanted whole;
    private final Order order;
    private final boolean down;

    CasePages(CaseBoards boards, Wanted wanted, Wanted whole, Asked asked) {
        this.boards = boards;
        this.wanted = wanted;
        this.whole = whole;
        this.order =
                switch (asked.of("sort")) {
                    case "person" -> Order.PERSON;
                    case "alarms" -> Order.ALARMS;
                    case "late" -> Order.DUE;
                    default -> Order.NUMBER;
                };
        this.down = asked.down();
    }

    @Override
    public List<Named> rows(int offset, int most) {
        return inParts(most, (from, some) -> boards.page(wanted, order, down, offset + from, some));
    }

    /// A part of a list: the rows from here, so many at most.
    @FunctionalInterface
    interface Part<T> {
        List<T> rows(int from, int most);
    }

    /// Long lists in parts, each read as an act of its own.
    static <T> List<T> inParts(int most, Part<T> part) {
        List<T> rows = new ArrayList<>();
        List<T> next;
        do {
            next = part.rows(rows.size(), Math.min(AT_ONCE, most - rows.size()));
            rows.addAll(next);
        } while (next.size() == AT_ONCE && rows.size() < most);
        return rows;
    }

    @Override
    public long total() {
        return boards.count(wanted);
    }

    @Override
    public long whole() {
        return boards.count(whole);
    }
}
