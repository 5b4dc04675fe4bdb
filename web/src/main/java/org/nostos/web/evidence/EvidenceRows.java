package org.nostos.web.evidence;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nostos.evidence.Evidence;
import org.nostos.evidence.Evidence.Line;
import org.nostos.evidence.EvidenceItem;
import org.nostos.evidence.EvidenceItems.Part;
import org.nostos.evidence.EvidenceStanding.Coercion;
import org.nostos.web.listing.Column;
import org.nostos.web.listing.Stored;

/// A part of the register of evidence as a list; it names nobody.
record EvidenceRows(Evidence evidence, Part part) implements Stored<Line> {

    private static final int ALL = 200_000;

    static final Map<String, List<?>> VALUES =
            Map.of(
                    "origin",
                    List.of(EvidenceItem.Origin.values()),
                    "coercion",
                    List.of(Coercion.values()));

    static final List<Column<Line>> COLUMNS =
            List.of(
                    Column.text("number", "evidence.number", line -> line.item().name()),
                    Column.text("what", "evidence.what", line -> line.item().about().what()),
                    Column.<Line>word(
                                    "origin",
                                    "evidence.origin",
                                    "evidence.origin.",
                                    line -> line.item().about().origin())
                            .fileOnly(),
                    Column.text(
                            "originator",
                            "evidence.originator",
                            line -> line.item().about().originator()),
                    Column.text("kept", "evidence.kept", line -> line.standing().keeper()),
                    Column.<Line>text("place", "evidence.place", line -> line.standing().place())
                            .fileOnly(),
                    Column.word(
                            "coercion",
                            "evidence.stands",
                            "evidence.coercion.",
                            line -> line.standing().coercion()));

    @Override
    public List<Line> page(int offset, int most) {
        return evidence.page(part, offset, most);
    }

    @Override
    public long whole() {
        return evidence.count(part);
    }

    @Override
    public List<Line> read(UnaryOperator<List<Line>> shown) {
        return shown.apply(evidence.page(part, 0, ALL));
    }
}
