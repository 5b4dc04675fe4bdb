package org.nostos.lists.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.UnreadableFile;

/// The rows of a sheet in OpenDocument, one after the other.
///
/// A row or a cell may say that it stands for many. Blank ones are passed over as often as they say;
/// filled ones are repeated a little, and refused where that would make a small file a huge one.
final class OdsCells implements Book.Cells {

    private static final int MOST_REPEATED = 1_000;

    private final Xml xml;
    private final int within;
    private long line;
    private long formulas;
    private boolean drawsOnOthers;
    private @Nullable Row repeated;
    private int more;

    /// @param xml has just entered the sheet
    OdsCells(Xml xml) {
        this.xml = xml;
        this.within = xml.depth();
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (more > 0 && repeated != null) {
            more--;
            return new Row(++line, repeated.cells(), false);
        }
        while (xml.nextWithin(within)) {
            switch (xml.name()) {
                case "table-row" -> {
                    return row();
                }
                case "table-row-group", "table-header-rows", "table-rows" -> {}
                case "table-source" -> {
                    drawsOnOthers = true;
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
        return null;
    }

    private Row row() throws IOException {
        int times = times("number-rows-repeated");
        List<String> cells = cells();
        Row row = new Row(line + 1, cells, false);
        if (row.isBlank()) {
            line += times;
        } else if (times > MOST_REPEATED) {
            throw new UnreadableFile("repeated-row", Long.toString(line + 1));
        } else {
            line++;
            repeated = row;
            more = times - 1;
        }
        return row;
    }

    private int times(String attribute) throws UnreadableFile {
        int times = xml.number(attribute, 1);
        if (times < 1 || line + times > 100_000_000) {
            throw new UnreadableFile("broken-sheet");
        }
        return times;
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        int inRow = xml.depth();
        int column = 0;
        while (xml.nextWithin(inRow)) {
            if (!xml.is("table-cell") && !xml.is("covered-table-cell")) {
                xml.skip();
                continue;
            }
            int times = times("number-columns-repeated");
            String value = value();
            for (int i = 0; i < times && !value.isBlank(); i++) {
                SheetRows.put(cells, column + i, value);
            }
            column += times;
        }
        return cells;
    }

    private String value() throws IOException {
        String formula = xml.attribute("formula");
        if (formula != null) {
            formulas++;
            drawsOnOthers |= formula.contains("file:") || formula.contains("://");
        }
        boolean covered = xml.is("covered-table-cell");
        String type = xml.attribute("value-type");
        String given = given(type == null ? "" : type);
        String text = text();
        return covered ? "" : given == null ? text : given;
    }

    /// What the cell says of itself beside its text; null where the text says it.
    private @Nullable String given(String type) throws UnreadableFile {
        return switch (type) {
            case "float", "currency", "percentage" -> number(xml.attribute("value"));
            case "date" -> day(xml.attribute("date-value"));
            case "boolean" -> xml.attribute("boolean-value");
            case "string" -> xml.attribute("string-value");
            default -> null;
        };
    }

    private static @Nullable String number(@Nullable String value) {
        return value == null ? null : CellText.number(value);
    }

    private static @Nullable String day(@Nullable String value) {
        return value != null && value.endsWith("T00:00:00")
                ? value.substring(0, value.length() - 9)
                : value;
    }

    /// The paragraphs of a cell, without the notes pinned to it.
    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int inCell = xml.depth();
        boolean saying = false;
        while (xml.depth() >= inCell) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                saying |= enter(text);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                saying &= xml.depth() > inCell;
            } else if (saying) {
                xml.addText(event, text);
            }
        }
        return text.toString();
    }

    /// Whether text follows.
    private boolean enter(StringBuilder text) throws IOException {
        switch (xml.name()) {
            case "p", "h" -> {
                if (!text.isEmpty()) {
                    text.append('\n');
                }
                return true;
            }
            case "s" -> text.repeat(' ', Math.clamp(xml.number("c", 1), 1, 100));
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            case "span", "a" -> {}
            default -> xml.skip();
        }
        if (text.length() > Rows.MAX_CELL) {
            throw new UnreadableFile("long-cell", Integer.toString(Rows.MAX_CELL));
        }
        return false;
    }

    /// Goes to the end of the sheet without keeping anything.
    void passOver() throws IOException {
        while (xml.depth() >= within && xml.nextWithin(within)) {
            String formula = xml.attribute("formula");
            drawsOnOthers |=
                    xml.is("table-source")
                            || formula != null
                                    && (formula.contains("file:") || formula.contains("://"));
        }
    }

    @Override
    public long formulas() {
        return formulas;
    }

    boolean drawsOnOthers() {
        return drawsOnOthers;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
