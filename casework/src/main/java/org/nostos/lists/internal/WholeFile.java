package org.nostos.lists.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.nostos.lists.FileBytes;
import org.nostos.lists.UnreadableFile;

/// Looks through a whole file for the places that show how its letters are written, where its
/// beginning shows nothing.
final class WholeFile {

    private static final int ENOUGH = 256 * 1024;
    private static final int LONGEST_LINE = 4 * 1024;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final byte[] line = new byte[LONGEST_LINE];
    private int length;
    private boolean beyondAscii;

    private WholeFile() {}

    /// How the letters are written.
    ///
    /// @throws UnreadableFile if they are written in one way here and in another there
    static Lettering tell(FileBytes file, UnreadableFile refusal) throws IOException {
        byte[] shown = new WholeFile().look(file);
        Utf8Look look = Utf8Look.of(shown);
        if (look.isUtf8() || Lettering.marked(shown) != null) {
            throw refusal;
        }
        if (look.isMixed()) {
            throw new UnreadableFile(
                    "mixed-letters", refusal.obstacle().arguments().toArray(new String[0]));
        }
        return Lettering.weigh(shown);
    }

    private byte[] look(FileBytes file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = file.open()) {
            for (int read = in.read(buffer);
                    read >= 0 && shown.size() < ENOUGH;
                    read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    step(buffer[i]);
                }
            }
        }
        end();
        return shown.toByteArray();
    }

    private void step(byte octet) {
        beyondAscii |= octet < 0;
        line[length++] = octet;
        if (octet == '\n' || length == LONGEST_LINE) {
            end();
        }
    }

    private void end() {
        if (beyondAscii) {
            shown.write(line, 0, length);
        }
        length = 0;
        beyondAscii = false;
    }
}
