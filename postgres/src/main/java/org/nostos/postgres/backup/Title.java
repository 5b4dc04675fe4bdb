package org.nostos.postgres.backup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// The first page of a backup: when it was taken, how far the journal was sealed, and the migrations
/// that made the schema.
///
/// @param sealed how many entries of the journal were under its last seal
/// @param head the link of the last of them, 64 hexadecimal digits; `-` when there were none
public record Title(Instant taken, long sealed, String head, List<Migration> migrations) {

    /// A migration as the schema remembers it.
    public record Migration(String version, int checksum) {}

    static final String ENTRY = "backup.tsv";
    private static final String FORMAT = "nostos-backup\tv1";

    public Title {
        migrations = List.copyOf(migrations);
    }

    /// The newest migration's version.
    public String schema() {
        return migrations.getLast().version();
    }

    String text() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        text.append("taken\t").append(taken).append('\n');
        text.append("journal\t").append(sealed).append('\t').append(head).append('\n');
        for (Migration m : migrations) {
            text.append("migration\t").append(m.version()).append('\t').append(m.checksum());
            text.append('\n');
        }
        return text.toString();
    }

    static Title parse(String text) throws BackupRefused {
        List<String[]> lines = text.lines().map(line -> line.split("\t", -1)).toList();
        try {
            if (!text.startsWith(FORMAT + "\n")) {
                throw new BackupRefused(
                        "this is a backup of a kind that this release does not know; use the release"
                                + " that made it, or a newer one");
            }
            List<Migration> migrations = new ArrayList<>();
            for (String[] line : lines.subList(3, lines.size())) {
                migrations.add(new Migration(line[1], Integer.parseInt(line[2])));
            }
            String[] journal = lines.get(2);
            return new Title(
                    Instant.parse(lines.get(1)[1]),
                    Long.parseLong(journal[1]),
                    journal[2],
                    migrations);
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeParseException e) {
            throw new BackupRefused("the backup's first page is not whole", e);
        }
    }
}
