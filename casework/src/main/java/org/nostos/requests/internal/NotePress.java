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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.documents.Paper;
import org.nostos.documents.Paper.Asked;
import org.nostos.documents.Paper.Form;
import org.nostos.documents.Paper.Given;
import org.nostos.documents.Paper.Pair;
import org.nostos.documents.Press;
import org.nostos.documents.Printed;
import org.nostos.journal.JournalKeys;
import org.nostos.requests.AskedFor;
import org.nostos.requests.NoteLine;
import org.nostos.requests.NoteVerbale;
import org.nostos.requests.ReplyClock;
import org.nostos.requests.StateAgreement;
import org.springframework.stereotype.Component;

/// Prints a note with its annex from the template, in both languages, signed with the instance's key.
@Component
public class NotePress {

    private static final String TEMPLATE = "note-verbale.tsv";
    private static final int AGREEMENT = 3;

    private static final Set<String> BOXES =
            Set.of("national", "not-national", "not-established", "more", "issued");
    private static final List<String> SIGNED = List.of("reasons", "authority", "date", "seal");
    private static final Map<AskedFor, List<String>> FORM_ASKS =
            Map.of(
                    AskedFor.NATIONALITY,
                    with("national", "not-national", "not-established", "more", "interview"),
                    AskedFor.TRAVEL_DOCUMENT,
                    with("issued", "document", "valid", "not-national", "more"));

    private final Press press;
    private final Map<String, Pair> template = read();

    public NotePress(JournalKeys keys) {
        press = new Press(new KeyPair(keys.publicKey(), keys.privateKey()));
    }

    /// @param from the name under which the committee writes
    /// @param clock how long the state has to answer, and by what agreement
    public Printed print(
            NoteVerbale note, List<NoteLine> lines, LocalDate on, String from, ReplyClock clock) {
        return press.print(paper(note, lines, on, from, clock));
    }

    Paper paper(
            NoteVerbale note, List<NoteLine> lines, LocalDate on, String from, ReplyClock clock) {
        String[] filling = filling(note, from, clock);
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
                lines.stream().map(line -> row(line, fields)).toList(),
                hasForms(note)
                        ? lines.stream().map(line -> form(note, line, filling)).toList()
                        : List.of());
    }

    private static String[] filling(NoteVerbale note, String from, ReplyClock clock) {
        @Nullable StateAgreement agreement = clock.agreement();
        return new String[] {
            from,
            note.stateName(),
            Integer.toString(clock.days()),
            agreement == null ? "" : agreement.title(),
            agreement == null ? "" : agreement.article()
        };
    }

    /// States answer about nationality, and issue a document, on a form for each person.
    private static boolean hasForms(NoteVerbale note) {
        return FORM_ASKS.containsKey(note.asked());
    }

    /// The form of one person: what the annex says of them, and room for the answer. It discloses nothing
    /// that the annex does not.
    private Form form(NoteVerbale note, NoteLine line, String[] filling) {
        String kind = "form." + note.asked().name();
        boolean agreed = !filling[AGREEMENT].isEmpty();
        return new Form(
                note.number() + "/" + line.place(),
                filled(kind, filling),
                filled(agreed ? "form.under" : "form.no-agreement", filling),
                pair("form.given"),
                fields(List.of(line)).stream()
                        .map(field ->
                                new Given(pair(field.name()), line.said().getOrDefault(field, "")))
                        .toList(),
                filled("form.answer", filling),
                FORM_ASKS.getOrDefault(note.asked(), List.of()).stream()
                        .map(key -> new Asked(filled("form." + key, filling), BOXES.contains(key)))
                        .toList());
    }

    private static List<String> with(String... keys) {
        return Stream.concat(Stream.of(keys), SIGNED.stream()).toList();
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
