package org.nostos.lists.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nostos.lists.UnreadableFile;

/// A spreadsheet laid down for a moment as a file of its own, because its parts must be read out of
/// order, and looked through before anybody trusts it.
///
/// The look inflates every part once and counts: a small file that unfolds into a huge one, a part
/// that would have to be held whole, a cell address outside every spreadsheet, and a document type
/// (which could name other files) are refused.
final class Spool {

    static final long MAX_PACKED = 200L << 20;
    private static final long MAX_UNPACKED = 4L << 30;
    private static final long MAX_HELD = 256L << 20;
    private static final long RATIO_FREE = 32L << 20;
    private static final int MAX_RATIO = 120;
    private static final int MAX_PARTS = 2_000;

    private Spool() {}

    static Path of(InputStream in) throws IOException {
        Path path = Files.createTempFile("nostos-", ".part");
        try {
            copy(in, path);
            look(path);
            return path;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void copy(InputStream in, Path path) throws IOException {
        try (in) {
            Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.size(path) > MAX_PACKED) {
            throw new UnreadableFile("too-large");
        }
    }

    private static void look(Path path) throws IOException {
        long packed = Files.size(path);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw new UnreadableFile("zip-bomb");
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableFile("not-a-list");
            }
            long unpacked = 0;
            Enumeration<? extends ZipEntry> parts = zip.entries();
            while (parts.hasMoreElements()) {
                ZipEntry part = parts.nextElement();
                long allowed =
                        part.getName().startsWith("xl/worksheets/") ? MAX_UNPACKED : MAX_HELD;
                try (InputStream in = zip.getInputStream(part)) {
                    unpacked += new PartLook(allowed, packed, unpacked).through(in);
                }
            }
        } catch (ZipException e) {
            throw broken(e);
        } catch (EOFException e) {
            throw broken(e);
        }
    }

    private static UnreadableFile broken(IOException cause) {
        UnreadableFile refusal = new UnreadableFile("broken-sheet");
        refusal.initCause(cause);
        return refusal;
    }

    /// Counts one part while it is inflated.
    private record PartLook(long allowed, long packed, long before) {

        private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

        long through(InputStream in) throws IOException {
            byte[] buffer = new byte[64 * 1024];
            long count = 0;
            CellAddresses addresses = new CellAddresses();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (count == 0 && mentionsDoctype(buffer, read)) {
                    throw new UnreadableFile("doctype");
                }
                addresses.look(buffer, read);
                count += read;
                bound(count);
            }
            return count;
        }

        private void bound(long count) throws UnreadableFile {
            long all = before + count;
            if (count > allowed
                    || all > MAX_UNPACKED
                    || all > RATIO_FREE && all / MAX_RATIO > packed) {
                throw new UnreadableFile("zip-bomb");
            }
        }

        private static boolean mentionsDoctype(byte[] buffer, int read) {
            for (int i = 0; i + DOCTYPE.length <= Math.min(read, 4096); i++) {
                if (Arrays.equals(buffer, i, i + DOCTYPE.length, DOCTYPE, 0, DOCTYPE.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Looks for cell addresses of more than three letters (`r="AAAAA1"`): a reader would make room
    /// for all columns up to there.
    private static final class CellAddresses {

        private int state;
        private int letters;

        void look(byte[] buffer, int read) throws UnreadableFile {
            for (int i = 0; i < read; i++) {
                step(buffer[i]);
            }
        }

        private void step(byte octet) throws UnreadableFile {
            if (state == 4) {
                if (octet >= 'A' && octet <= 'Z' || octet >= 'a' && octet <= 'z') {
                    if (++letters > 3) {
                        throw new UnreadableFile("broken-sheet");
                    }
                } else {
                    state = 0;
                }
                return;
            }
            state =
                    switch (state) {
                        case 1 -> octet == 'r' ? 2 : 0;
                        case 2 -> octet == '=' ? 3 : 0;
                        case 3 -> octet == '"' || octet == '\'' ? 4 : 0;
                        default -> 0;
                    };
            letters = 0;
            if (octet == ' ' || octet == '\n' || octet == '\t') {
                state = 1;
            }
        }
    }
}
