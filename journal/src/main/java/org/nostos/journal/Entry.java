package org.nostos.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.internal.Sha256;

/// One act as the journal keeps it: who, in what role, for which party, what, why, on which
/// document, and a commitment to what it spoke of.
///
/// Its line is the one way to write it as bytes; the leaf is the hash of the line. `recordedAt` has
/// whole microseconds, as the database keeps them.
public record Entry(
        UUID id,
        Instant recordedAt,
        UUID actor,
        String role,
        UUID party,
        String kind,
        String purpose,
        @Nullable Hash document,
        Hash commitment) {

    private static final String VERSION = "v1";
    private static final String NONE = "-";
    private static final int FIELDS = 10;
    private static final int NANOS_PER_MICRO = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    public Entry {
        if (recordedAt.getNano() % NANOS_PER_MICRO != 0) {
            throw new IllegalArgumentException("the journal keeps microseconds: " + recordedAt);
        }
        requireWord(role);
        requireWord(kind);
        requireWord(purpose);
    }

    private static void requireWord(String field) {
        if (field.isEmpty() || field.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a field has text and no control characters");
        }
    }

    /// The entry as one line without its end: ten fields with tabs between them.
    public String line() {
        return String.join(
                "\t",
                VERSION,
                id.toString(),
                time(recordedAt),
                actor.toString(),
                role,
                party.toString(),
                kind,
                purpose,
                document == null ? NONE : document.toString(),
                commitment.toString());
    }

    /// The leaf of the Merkle tree for this entry.
    public Hash leaf() {
        return Hash.of(new Sha256().leaf(line().getBytes(StandardCharsets.UTF_8)));
    }

    /// The entry that [#line()] wrote.
    ///
    /// @throws IllegalArgumentException when the text is not exactly what `line` writes
    public static Entry parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS || !fields[0].equals(VERSION)) {
            throw new IllegalArgumentException("a line has ten fields and begins with v1");
        }
        Entry entry =
                new Entry(
                        UUID.fromString(fields[1]),
                        parseTime(fields[2]),
                        UUID.fromString(fields[3]),
                        fields[4],
                        UUID.fromString(fields[5]),
                        fields[6],
                        fields[7],
                        fields[8].equals(NONE) ? null : Hash.parse(fields[8]),
                        Hash.parse(fields[9]));
        if (!entry.line().equals(line)) {
            throw new IllegalArgumentException("a line is written in one way only");
        }
        return entry;
    }

    /// A time as all of the journal's texts write it: UTC with six digits.
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static Instant parseTime(String text) {
        try {
            return Instant.from(TIME.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time is UTC with six digits: " + text, e);
        }
    }
}
