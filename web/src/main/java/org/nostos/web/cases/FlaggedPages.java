package org.nostos.web.cases;

import java.util.List;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseBoards.NamedFlag;
import org.nostos.cases.CaseLists.FlagOrder;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Paged;

/// The cases under a rule, in the order that a reader asked for. Each page that is read is an act.
record FlaggedPages(CaseBoards boards, String rule, FlagOrder order, boolean down)
        implements Paged<NamedFlag> {

    static FlaggedPages of(CaseBoards boards, String rule, Asked asked) {
        FlagOrder order =
                switch (asked.of("sort")) {
                    case "since" -> FlagOrder.SINCE;
                    case "number" -> FlagOrder.NUMBER;
                    default -> FlagOrder.DUE;
                };
        return new FlaggedPages(boards, rule, order, asked.down());
    }

    @Override
    public List<NamedFlag> rows(int offset, int most) {
        return CasePages.inParts(
                most, (from, some) -> boards.flagged(rule, order, down, offset + from, some));
    }

    @Override
    public long total() {
        return boards.count(rule);
    }

    @Override
    public long whole() {
        return total();
    }
}
