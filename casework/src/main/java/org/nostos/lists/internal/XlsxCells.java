package org.nostos.lists.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.UnreadableFile;

/// The rows of a sheet in Office Open XML, one after the other.
final class XlsxCells implements Book.Cells {

    private static final int MOST_COLUMNS = 16_384;

    private final Xml xml;
    private final HeldTexts texts;
    private final Set<Integer> dayStyles;
    private final boolean since1904;
    private long line;
    private long formulas;

    XlsxCells(Xml xml, HeldTexts texts, Set<Integer> dayStyles, boolean since1904) {
        this.xml = xml;
        this.texts = texts;
        this.dayStyles = dayStyles;
        this.since1904 = since1904;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (xml.nextWithin(1)) {
            if (xml.is("row")) {
                int number = xml.number("r", Math.toIntExact(line + 1));
                if (number <= line || number > 100_000_000) {
                    throw new UnreadableFile("broken-sheet");
                }
                line = number;
                return new Row(line, cells(), false);
            }
            if (!xml.is("worksheet") && !xml.is("sheetData")) {
                xml.skip();
            }
        }
        return null;
    }

    @Override
    public long formulas() {
        return formulas;
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        int within = xml.depth();
        int column = -1;
        while (xml.nextWithin(within)) {
            if (!xml.is("c")) {
                xml.skip();
                continue;
            }
            column = column(xml.attribute("r"), column + 1);
            SheetRows.put(cells, column, value());
        }
        return cells;
    }

    /// The column of an address like `AB12`, from 0; the next one where there is no address.
    private static int column(@Nullable String address, int next) throws UnreadableFile {
        int column = 0;
        for (int i = 0; address != null && i < address.length(); i++) {
            char letter = address.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = Math.min(column * 26 + letter - 'A' + 1, MOST_COLUMNS + 1);
        }
        int found = column == 0 ? next : column - 1;
        if (found >= MOST_COLUMNS) {
            throw new UnreadableFile("broken-sheet");
        }
        return found;
    }

    private String value() throws IOException {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        int within = xml.depth();
        String value = "";
        while (xml.nextWithin(within)) {
            switch (xml.name()) {
                case "v" -> value = xml.text();
                case "is" -> value = text(xml);
                case "f" -> {
                    formulas++;
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
        return said(type == null ? "n" : type, style, value);
    }

    private String said(String type, int style, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> texts.get(index(value));
            case "b" -> value.equals("1") ? "true" : "false";
            case "e" -> "";
            case "n" ->
                    dayStyles.contains(style)
                            ? CellText.day(value, since1904)
                            : CellText.number(value);
            default -> value;
        };
    }

    private static int index(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// The text of a shared or an inline text: its runs together, without hints for reading aloud.
    static String text(Xml xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int within = xml.depth();
        boolean saying = false;
        while (xml.depth() >= within) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.is("rPh")) {
                    xml.skip();
                } else {
                    saying = xml.is("t");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                saying = false;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            } else if (saying) {
                xml.addText(event, text);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
