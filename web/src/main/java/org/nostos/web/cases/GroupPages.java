package org.nostos.web.cases;

import java.util.List;
import org.nostos.basics.StateCode;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseBoards.Named;
import org.nostos.web.listing.Paged;

/// The people of one group of the plan. Each page that is read is an act.
record GroupPages(CaseBoards boards, StateCode state, List<String> lacks) implements Paged<Named> {

    @Override
    public List<Named> rows(int offset, int most) {
        return CasePages.inParts(
                most, (from, some) -> boards.inGroup(state, lacks, offset + from, some));
    }

    @Override
    public long total() {
        return boards.inGroup(state, lacks);
    }

    @Override
    public long whole() {
        return total();
    }
}
