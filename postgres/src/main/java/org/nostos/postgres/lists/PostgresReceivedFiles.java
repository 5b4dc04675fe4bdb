package org.nostos.postgres.lists;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileBytes;
import org.nostos.lists.ReceivedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Files in parts of a megabyte, so that none is ever whole in memory.
@Repository
class PostgresReceivedFiles implements ReceivedFiles {

    private static final int PART = 1 << 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PostgresReceivedFiles(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Fingerprint fingerprint(FileBytes bytes, long most) throws IOException {
        MessageDigest digest = digest();
        long size = 0;
        try (InputStream in = new DigestInputStream(bytes.open(), digest)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0 && size <= most; read = in.read(buffer)) {
                size += read;
            }
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size);
    }

    @Override
    public void add(UUID file, UUID party, Fingerprint print, FileBytes bytes, UUID act)
            throws IOException {
        jdbc.sql(
                        "insert into nostos.received_file (id, party, sha256, size, act) values (?, ?, ?, ?, ?)")
                .params(file, party, HexFormat.of().parseHex(print.sha256()), print.size(), act)
                .update();
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(bytes.open(), digest)) {
            byte[] part = in.readNBytes(PART);
            for (int number = 0; part.length > 0; number++) {
                jdbc.sql(
                                "insert into nostos.received_part (file, part, party, bytes) values (?, ?, ?, ?)")
                        .params(file, number, party, part)
                        .update();
                part = in.readNBytes(PART);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(print.sha256())) {
            throw new IOException("the file changed while it was being kept");
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public FileBytes of(UUID id) {
        return () -> new SequenceInputStream(new Parts(id));
    }

    /// The parts of a file one after the other, each fetched when the one before is read.
    private final class Parts implements Enumeration<InputStream> {

        private final UUID file;
        private int number;
        private @Nullable InputStream next;

        Parts(UUID file) {
            this.file = file;
        }

        @Override
        public boolean hasMoreElements() {
            if (next == null) {
                next = fetch().map(ByteArrayInputStream::new).orElse(null);
            }
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements() || next == null) {
                throw new NoSuchElementException("no part " + number);
            }
            InputStream part = next;
            next = null;
            return part;
        }

        private Optional<byte[]> fetch() {
            Optional<byte[]> part =
                    transaction.execute(_ ->
                            jdbc.sql(
                                            "select bytes from nostos.received_part where file = ? and part = ?")
                                    .params(file, number++)
                                    .query(byte[].class)
                                    .optional());
            return part == null ? Optional.empty() : part;
        }
    }
}
