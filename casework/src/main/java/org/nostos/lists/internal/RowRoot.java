package org.nostos.lists.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The root over a run of rows: the SHA-256 over the SHA-256s of the rows, in their order.
///
/// A row is hashed as its line number in decimal and its cells as they stand in the file, each after
/// a unit separator (U+001F) and in UTF-8. Who has the file can work the root out again, and a hash
/// shows a row without showing the others.
final class RowRoot {

    private static final byte UNIT = 0x1F;

    private final MessageDigest rows = Sha256.digest();
    private final MessageDigest root = Sha256.digest();

    void add(Row row) {
        rows.update(Long.toString(row.line()).getBytes(StandardCharsets.US_ASCII));
        for (String cell : row.cells()) {
            rows.update(UNIT);
            rows.update(cell.getBytes(StandardCharsets.UTF_8));
        }
        root.update(rows.digest());
    }

    byte[] take() {
        return root.digest();
    }
}
