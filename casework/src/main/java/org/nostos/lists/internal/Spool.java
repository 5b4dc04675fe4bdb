package org.nostos.lists.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nostos.lists.FileKind;
import org.nostos.lists.UnreadableFile;

/// A spreadsheet laid down for a moment as a file of its own, because its parts must be read out of
/// order, and looked through before anybody trusts it.
///
/// The look inflates every part once and counts, whatever sizes the file claims: a small file that
/// unfolds into a huge one, two parts of one name, a tag or a text without end, and a document type
/// (which could name other files) are refused. Archives inside the archive are never opened.
record Spool(Path path, FileKind kind) {

    static final long MAX_PACKED = 200L << 20;
    private static final long MAX_UNPACKED = 4L << 30;
    private static final long RATIO_FREE = 32L << 20;
    private static final int MAX_RATIO = 120;
    private static final int MAX_PARTS = 2_000;

    static Spool of(InputStream in) throws IOException {
        Path path = Files.createTempFile("nostos-", ".part");
        try {
            copy(in, path);
            return new Spool(path, look(path));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void copy(InputStream in, Path path) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (in;
                OutputStream out = Files.newOutputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > MAX_PACKED) {
                    throw new UnreadableFile("too-large");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static FileKind look(Path path) throws IOException {
        long packed = Files.size(path);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw new UnreadableFile("zip-bomb");
            }
            FileKind kind = kind(zip);
            Set<String> names = new HashSet<>();
            long unpacked = 0;
            Enumeration<? extends ZipEntry> parts = zip.entries();
            while (parts.hasMoreElements()) {
                ZipEntry part = parts.nextElement();
                if (!names.add(part.getName())) {
                    throw new UnreadableFile("broken-sheet");
                }
                try (InputStream in = zip.getInputStream(part)) {
                    unpacked += new PartLook(packed, unpacked, isXml(part)).through(in);
                }
            }
            return kind;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            UnreadableFile refusal = new UnreadableFile("broken-sheet");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static FileKind kind(ZipFile zip) throws UnreadableFile {
        if (zip.getEntry(XlsxBook.WORKBOOK) != null) {
            return FileKind.XLSX;
        }
        if (zip.getEntry(OdsBook.CONTENT) != null) {
            return FileKind.ODS;
        }
        throw new UnreadableFile("not-a-list");
    }

    private static boolean isXml(ZipEntry part) {
        return part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
    }

    /// Counts one part while it is inflated.
    private static final class PartLook {

        private static final String DOCTYPE = "<!DOCTYPE";
        private static final int LONGEST_RUN = 1 << 20;

        private final long packed;
        private final long before;
        private final boolean xml;
        private long count;
        private int run;
        private int matched;

        PartLook(long packed, long before, boolean xml) {
            this.packed = packed;
            this.before = before;
            this.xml = xml;
        }

        long through(InputStream in) throws IOException {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
                bound();
                for (int i = 0; xml && i < read; i++) {
                    step(buffer[i]);
                }
            }
            return count;
        }

        private void bound() throws UnreadableFile {
            long all = before + count;
            if (all > MAX_UNPACKED || all > RATIO_FREE && all / MAX_RATIO > packed) {
                throw new UnreadableFile("zip-bomb");
            }
        }

        /// The zeros of UTF-16 count for nothing, so that nothing hides in it.
        private void step(byte octet) throws UnreadableFile {
            if (octet == 0) {
                return;
            }
            run = octet == '<' || octet == '>' ? 0 : run + 1;
            if (run > LONGEST_RUN) {
                throw new UnreadableFile("long-cell", Integer.toString(Rows.MAX_CELL));
            }
            if (octet == DOCTYPE.charAt(matched)) {
                if (++matched == DOCTYPE.length()) {
                    throw new UnreadableFile("doctype");
                }
            } else {
                matched = octet == '<' ? 1 : 0;
            }
        }
    }
}
