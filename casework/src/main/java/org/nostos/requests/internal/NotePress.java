package org.nostos.requests.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nostos.basics.FieldRole;
import org.nostos.documents.Paper;
import org.nostos.documents.Paper.Pair;
import org.nostos.documents.Press;
import org.nostos.documents.Printed;
import org.nostos.journal.JournalKeys;
import org.nostos.requests.NoteLine;
import org.nostos.requests.NoteVerbale;
import org.springframework.stereotype.Component;

/// Prints a note with its annex from the template, in both languages, signed with the instance's key.
@Component
public class NotePress {

    private static final String TEMPLATE = "note-verbale.tsv";

    private final Press press;
    private final Map<String, Pair> template = read();

    public NotePress(JournalKeys keys) {
        press = new Press(new KeyPair(keys.publicKey(), keys.privateKey()));
    }

    /// @param from the name under which the committee writes
    /// @param days the state has to answer
    public Printed print(
            NoteVerbale note, List<NoteLine> lines, LocalDate on, String from, int days) {
        return press.print(paper(note, lines, on, from, days));
    }

    Paper paper(NoteVerbale note, List<NoteLine> lines, LocalDate on, String from, int days) {
        String[] filling = {from, note.stateName(), Integer.toString(days)};
        List<Pair> text = new ArrayList<>();
        text.add(filled("opening", filling));
        text.add(filled("ask." + note.asked().name(), filling));
        if (!note.wordsEn().isEmpty() || !note.wordsAr().isEmpty()) {
            text.add(new Pair(note.wordsEn(), note.wordsAr()));
        }
        text.add(filled("answer", filling));
        text.add(filled("closing", filling));
        List<FieldRole> fields = fields(lines);
        return new Paper(
                Objects.requireNonNull(note.number(), "a note is printed once it has its number"),
                on,
                filled("kind", filling),
                new Pair(from, from),
                filled("to", filling),
                text,
                filled("annex", filling),
                columns(fields),
                lines.stream().map(line -> row(line, fields)).toList());
    }

    /// The fields that one line at least has.
    private static List<FieldRole> fields(List<NoteLine> lines) {
        List<FieldRole> fields = new ArrayList<>();
        for (FieldRole role : FieldRole.values()) {
            if (lines.stream().anyMatch(line -> line.said().containsKey(role))) {
                fields.add(role);
            }
        }
        return fields;
    }

    private List<Pair> columns(List<FieldRole> fields) {
        List<Pair> columns = new ArrayList<>();
        columns.add(pair("place"));
        fields.forEach(field -> columns.add(pair(field.name())));
        return columns;
    }

    private static List<String> row(NoteLine line, List<FieldRole> fields) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(line.place()));
        fields.forEach(field -> row.add(line.said().getOrDefault(field, "")));
        return row;
    }

    private Pair filled(String key, String[] filling) {
        Pair pair = pair(key);
        return new Pair(fill(pair.english(), filling), fill(pair.arabic(), filling));
    }

    private static String fill(String text, String[] filling) {
        String filled = text;
        for (int i = 0; i < filling.length; i++) {
            filled = filled.replace("{" + i + "}", filling[i]);
        }
        return filled;
    }

    private Pair pair(String key) {
        return Objects.requireNonNull(template.get(key), "the template has no " + key);
    }

    private static Map<String, Pair> read() {
        InputStream in =
                Objects.requireNonNull(
                        NotePress.class.getResourceAsStream(TEMPLATE), TEMPLATE + " is missing");
        Map<String, Pair> template = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t");
                if (!line.startsWith("#") && parts.length == 3) {
                    template.put(parts[0], new Pair(parts[1], parts[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(template);
    }
}
