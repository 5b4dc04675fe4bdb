package org.nostos.postgres.backup.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// The entries of the archive that are short, and the two that are lists.
public final class Entries {

    public static final String SEQUENCES = "sequences.tsv";

    /// The last entry: without it the archive was cut off.
    public static final String MANIFEST = "manifest.tsv";

    private Entries() {}

    public static void write(TarArchiveOutputStream tar, String name, byte[] content)
            throws IOException {
        write(tar, name, content, content.length);
    }

    static void write(TarArchiveOutputStream tar, String name, byte[] content, int length)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(length);
        entry.setMode(0600);
        tar.putArchiveEntry(entry);
        tar.write(content, 0, length);
        tar.closeArchiveEntry();
    }

    /// A line for each: its name, a tab, what there is to say.
    public static byte[] lines(SortedMap<String, String> named) {
        StringBuilder text = new StringBuilder();
        named.forEach((name, said) -> text.append(name).append('\t').append(said).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What [#lines] wrote.
    public static SortedMap<String, String> parse(byte[] lines) {
        SortedMap<String, String> named = new TreeMap<>();
        new String(lines, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    int tab = line.indexOf('\t');
                    named.put(line.substring(0, tab), line.substring(tab + 1));
                });
        return named;
    }
}
