package org.nostos.lists.internal;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.UnreadableFile;

/// A part of a spreadsheet, element by element, in bounded memory: no document type, nothing from
/// outside, no depth without end, no endless supply of new names, no text longer than a cell.
final class Xml implements Closeable {

    private static final int MOST_DEPTH = 200;
    private static final int MOST_NAMES = 3_000;

    private final InputStream in;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;

    private Xml(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    /// Names met in one file are not kept for the next: each has a factory of its own.
    static Xml open(InputStream in) throws IOException {
        try {
            XMLInputFactory factory = new InputFactoryImpl();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
            return new Xml(in, factory.createXMLStreamReader(in));
        } catch (XMLStreamException | RuntimeException e) {
            in.close();
            throw broken(e);
        }
    }

    /// Goes to the next beginning of an element within the element at `within`, passing over whatever
    /// else there is; false at that element's end.
    boolean nextWithin(int within) throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT
                    || event == XMLStreamConstants.END_ELEMENT && depth < within) {
                return false;
            }
        }
    }

    /// How deep the element lies that was entered last; the root lies at 1.
    int depth() {
        return depth;
    }

    /// Passes over the rest of the element that was just entered.
    void skip() throws IOException {
        int within = depth;
        while (depth >= within) {
            if (next() == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    /// The text in the element that was just entered, of the elements in it as well, to its end.
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int within = depth;
        while (depth >= within) {
            int event = next();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                break;
            }
            addText(event, text);
        }
        return text.toString();
    }

    /// Adds what an event of `next` says, if it says something.
    void addText(int event, StringBuilder text) throws IOException {
        if (event != XMLStreamConstants.CHARACTERS
                && event != XMLStreamConstants.CDATA
                && event != XMLStreamConstants.SPACE) {
            return;
        }
        try {
            if (reader.getTextLength() + text.length() > Rows.MAX_CELL) {
                throw new UnreadableFile("long-cell", Integer.toString(Rows.MAX_CELL));
            }
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    int next() throws IOException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD
                    || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableFile("doctype");
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    private void enter() throws UnreadableFile {
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        if (++depth > MOST_DEPTH || names.size() > MOST_NAMES) {
            throw new UnreadableFile("broken-sheet");
        }
    }

    /// The local name of the element that was entered last.
    String name() {
        return reader.getLocalName();
    }

    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    @Nullable String attribute(String name) throws UnreadableFile {
        try {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (reader.getAttributeLocalName(i).equals(name)) {
                    return reader.getAttributeValue(i);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    /// The number in an attribute, `absent` where there is none.
    int number(String name, int absent) throws UnreadableFile {
        String value = attribute(name);
        if (value == null) {
            return absent;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw broken(e);
        }
    }

    private static UnreadableFile broken(Exception cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof UnreadableFile already) {
                return already;
            }
        }
        UnreadableFile refusal = new UnreadableFile("broken-sheet");
        refusal.initCause(cause);
        return refusal;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            reader.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }
}
