package org.nostos.postgres.backup.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A table's rows as entries of the archive, `tables/NAME/000001` and on, cut wherever one is full:
/// an entry must say its length before its content. An empty table has one empty part.
public final class Parts extends OutputStream {

    private static final int FULL = 1 << 22;

    private final TarArchiveOutputStream tar;
    private final String table;
    private final Tally tally;
    private final Runnable partWritten;
    private final byte[] buffer = new byte[FULL];
    private int filled;
    private int parts;

    public Parts(TarArchiveOutputStream tar, String table, Tally tally, Runnable partWritten) {
        this.tar = tar;
        this.table = table;
        this.tally = tally;
        this.partWritten = partWritten;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        tally.write(bytes, from, length);
        int done = 0;
        while (done < length) {
            int fits = Math.min(FULL - filled, length - done);
            System.arraycopy(bytes, from + done, buffer, filled, fits);
            filled += fits;
            done += fits;
            if (filled == FULL) {
                part();
            }
        }
    }

    private void part() throws IOException {
        String name = String.format(Locale.ROOT, "tables/%s/%06d", table, ++parts);
        Entries.write(tar, name, buffer, filled);
        filled = 0;
        partWritten.run();
    }

    @Override
    public void close() throws IOException {
        if (filled > 0 || parts == 0) {
            part();
        }
    }
}
