package org.nostos.lists.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nostos.lists.FileKind;
import org.nostos.lists.UnreadableFile;

/// A spreadsheet in OpenDocument (ISO/IEC 26300): all its sheets lie in one part, one behind the other.
final class OdsBook implements Book {

    static final String CONTENT = "content.xml";

    private final ZipFile zip;
    private final List<SheetName> names = new ArrayList<>();
    private boolean externalLinks;

    private OdsBook(ZipFile zip) {
        this.zip = zip;
    }

    /// Takes the file over: closing the book closes it.
    static OdsBook open(ZipFile zip) throws IOException {
        OdsBook book = new OdsBook(zip);
        book.refuseLocked();
        book.readNames();
        return book;
    }

    private void refuseLocked() throws IOException {
        ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest == null) {
            return;
        }
        try (Xml xml = Xml.open(zip.getInputStream(manifest))) {
            while (xml.nextWithin(1)) {
                if (xml.is("encryption-data")) {
                    throw new UnreadableFile("locked");
                }
            }
        }
    }

    private void readNames() throws IOException {
        Set<String> hiddenStyles = new HashSet<>();
        try (Xml xml = toSheets(hiddenStyles)) {
            int within = xml.depth();
            int number = 0;
            while (xml.nextWithin(within)) {
                if (xml.is("table") && ++number <= MOST_SHEETS) {
                    String name = xml.attribute("name");
                    String style = xml.attribute("style-name");
                    boolean hidden = style != null && hiddenStyles.contains(style);
                    names.add(new SheetName(number, Cut.to(name == null ? "" : name, 100), hidden));
                    OdsCells look = new OdsCells(xml);
                    look.passOver();
                    externalLinks |= look.drawsOnOthers();
                } else {
                    xml.skip();
                }
            }
        }
    }

    /// Goes to the element that holds the sheets, noting the styles of hidden ones on the way.
    private Xml toSheets(Set<String> hiddenStyles) throws IOException {
        Xml xml = Xml.open(zip.getInputStream(zip.getEntry(CONTENT)));
        try {
            String style = "";
            while (xml.nextWithin(1)) {
                if (xml.is("spreadsheet")) {
                    return xml;
                }
                String name = xml.is("style") ? xml.attribute("name") : null;
                style = name == null ? style : name;
                if (xml.is("table-properties") && "false".equals(xml.attribute("display"))) {
                    hiddenStyles.add(style);
                }
            }
            throw new UnreadableFile("not-a-list");
        } catch (IOException | RuntimeException e) {
            xml.close();
            throw e;
        }
    }

    @Override
    public FileKind kind() {
        return FileKind.ODS;
    }

    @Override
    public List<SheetName> names() {
        return names;
    }

    @Override
    public Cells open(int number) throws IOException {
        Xml xml = toSheets(new HashSet<>());
        int within = xml.depth();
        int found = 0;
        while (xml.nextWithin(within)) {
            if (xml.is("table") && ++found == number) {
                return new OdsCells(xml);
            }
            xml.skip();
        }
        xml.close();
        throw new UnreadableFile("broken-sheet");
    }

    @Override
    public boolean hasExternalLinks() {
        return externalLinks;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
