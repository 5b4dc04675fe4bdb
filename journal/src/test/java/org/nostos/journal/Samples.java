package org.nostos.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Invented journals.
final class Samples {

    private static final List<String> KINDS =
            List.of("lists.accepted", "identity.judged", "registry.read");

    private Samples() {}

    static Entry entry(int number) {
        return new Entry(
                new UUID(0x1111_2222_3333_4444L, number),
                Instant.parse("2026-03-01T10:00:00Z").plusNanos(number * 1_234_000L),
                new UUID(7, 7),
                "IDENTITY_REVIEWER",
                new UUID(9, 9),
                KINDS.get(number % KINDS.size()),
                "IDENTITY_REVIEW",
                number % 4 == 0 ? Hash.ofContent(bytes("list " + number)) : null,
                Hash.ofContent(bytes("payload " + number)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A journal of this many chained entries, sealed after every `each`, and some pending ones.
    static String export(int chained, int each, int pending) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportWriter writer = new ExportWriter(out)) {
            JournalHead head = JournalHead.empty();
            for (int number = 1; number <= chained; number++) {
                Entry entry = entry(number);
                writer.chained(number, head.append(entry.leaf()), entry.line());
                if (number % each == 0) {
                    writer.seal(head.seal(entry.recordedAt()));
                }
            }
            for (int number = 1; number <= pending; number++) {
                writer.pending(entry(chained + number).line());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The seal over the first entries of such a journal.
    static Seal seal(int size) {
        JournalHead head = JournalHead.empty();
        for (int number = 1; number <= size; number++) {
            head.append(entry(number).leaf());
        }
        return head.seal(Instant.parse("2026-03-01T12:00:00Z"));
    }

    static List<Hash> leaves(int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            leaves.add(entry(number).leaf());
        }
        return leaves;
    }
}
