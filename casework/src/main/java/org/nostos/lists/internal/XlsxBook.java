package org.nostos.lists.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;
import org.nostos.lists.UnreadableFile;

/// A spreadsheet in Office Open XML (ECMA-376): its sheets, its texts, and which of its number formats
/// show days. Formulas are never worked out; what their last reader saved is what they say.
final class XlsxBook implements Book {

    static final String WORKBOOK = "xl/workbook.xml";

    private static final Set<Integer> BUILT_IN_DAYS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58);

    private final ZipFile zip;
    private final List<SheetName> names = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final HeldTexts texts = new HeldTexts();
    private final Set<Integer> dayStyles = new HashSet<>();
    private boolean since1904;

    private XlsxBook(ZipFile zip) {
        this.zip = zip;
    }

    /// Takes the file over: closing the book closes it.
    static XlsxBook open(ZipFile zip) throws IOException {
        XlsxBook book = new XlsxBook(zip);
        book.readWorkbook(book.readTargets());
        book.readStyles();
        book.readTexts();
        return book;
    }

    /// Where the parts lie that the workbook names.
    private Map<String, String> readTargets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (Xml xml = part("xl/_rels/workbook.xml.rels")) {
            while (xml != null && xml.nextWithin(1)) {
                String id = xml.attribute("Id");
                String target = xml.attribute("Target");
                if (xml.is("Relationship") && id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    private void readWorkbook(Map<String, String> targets) throws IOException {
        int number = 0;
        try (Xml xml = part(WORKBOOK)) {
            while (xml != null && xml.nextWithin(1)) {
                if (xml.is("workbookPr")) {
                    String from = xml.attribute("date1904");
                    since1904 = "1".equals(from) || "true".equals(from);
                } else if (xml.is("sheet") && ++number <= MOST_SHEETS) {
                    addSheet(xml, number, targets);
                }
            }
        }
    }

    private void addSheet(Xml xml, int number, Map<String, String> targets) throws IOException {
        String name = xml.attribute("name");
        String state = xml.attribute("state");
        String part = targets.get(xml.attribute("id"));
        boolean hidden = state != null && !state.equals("visible");
        names.add(new SheetName(number, Cut.to(name == null ? "" : name, 100), hidden));
        parts.add(part == null ? "xl/worksheets/sheet" + number + ".xml" : part);
    }

    private void readStyles() throws IOException {
        Set<Integer> days = new HashSet<>(BUILT_IN_DAYS);
        try (Xml xml = part("xl/styles.xml")) {
            while (xml != null && xml.nextWithin(1)) {
                if (xml.is("numFmt")) {
                    String format = xml.attribute("formatCode");
                    if (format != null && CellText.isDay(format)) {
                        days.add(xml.number("numFmtId", -1));
                    }
                } else if (xml.is("cellXfs")) {
                    readCellStyles(xml, days);
                }
            }
        }
    }

    private void readCellStyles(Xml xml, Set<Integer> days) throws IOException {
        int within = xml.depth();
        int style = 0;
        while (xml.nextWithin(within)) {
            if (xml.is("xf")) {
                if (days.contains(xml.number("numFmtId", 0))) {
                    dayStyles.add(style);
                }
                style++;
            }
        }
    }

    private void readTexts() throws IOException {
        try (Xml xml = part("xl/sharedStrings.xml")) {
            while (xml != null && xml.nextWithin(1)) {
                if (xml.is("si")) {
                    texts.add(XlsxCells.text(xml));
                }
            }
        }
    }

    private @Nullable Xml part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        return in == null ? null : Xml.open(in);
    }

    @Override
    public FileKind kind() {
        return FileKind.XLSX;
    }

    @Override
    public List<SheetName> names() {
        return names;
    }

    @Override
    public Cells open(int number) throws IOException {
        Xml xml = part(parts.get(number - 1));
        if (xml == null) {
            throw new UnreadableFile("broken-sheet");
        }
        return new XlsxCells(xml, texts, dayStyles, since1904);
    }

    @Override
    public boolean hasExternalLinks() {
        return zip.stream().anyMatch(part -> part.getName().startsWith("xl/externalLinks/"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
