package org.nostos.linkage.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The id of each row, and the row of each id. A UUID takes sixteen bytes.
final class Ids {
    private static final int UUID_BYTES = 16;
    private static final int UUID_TEXT = 36;

    private byte[] @Nullable [] ids = new byte[16][];
    private int[] slots = new int[32];
    private int size;

    /// Bytes for an id; what is no UUID ends with a zero and is never as long as one.
    static byte[] bytes(String id) {
        if (id.length() == UUID_TEXT) {
            try {
                UUID uuid = UUID.fromString(id);
                if (uuid.toString().equals(id)) {
                    return ByteBuffer.allocate(UUID_BYTES)
                            .putLong(uuid.getMostSignificantBits())
                            .putLong(uuid.getLeastSignificantBits())
                            .array();
                }
            } catch (IllegalArgumentException e) {
                return text(id);
            }
        }
        return text(id);
    }

    private static byte[] text(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(utf8, utf8.length + (utf8.length == UUID_BYTES - 1 ? 2 : 1));
    }

    private static String text(byte[] bytes) {
        if (bytes.length == UUID_BYTES) {
            ByteBuffer both = ByteBuffer.wrap(bytes);
            return new UUID(both.getLong(), both.getLong()).toString();
        }
        int end = bytes.length;
        while (bytes[end - 1] == 0 && end > 1) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    int size() {
        return size;
    }

    String text(int row) {
        return text(at(row));
    }

    byte[] at(int row) {
        byte[] found = ids[row];
        if (found == null) {
            throw new IllegalStateException("there is no row " + row);
        }
        return found;
    }

    boolean isUsed(int row) {
        return row < ids.length && ids[row] != null;
    }

    /// UUIDs in the order of their text.
    int compare(int left, int right) {
        return Arrays.compareUnsigned(at(left), at(right));
    }

    /// The row of an id, or -1.
    int row(byte[] id) {
        for (int slot = slot(id); slots[slot] != 0; slot = next(slot)) {
            if (Arrays.equals(ids[slots[slot] - 1], id)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    void put(int row, byte[] id) {
        if (row >= ids.length) {
            ids = Arrays.copyOf(ids, row + (row >> 2) + 16);
        }
        ids[row] = id;
        if (++size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int each = 0; each < ids.length; each++) {
                byte[] known = ids[each];
                if (known != null) {
                    file(each, known);
                }
            }
        } else {
            file(row, id);
        }
    }

    private void file(int row, byte[] id) {
        int slot = slot(id);
        while (slots[slot] != 0) {
            slot = next(slot);
        }
        slots[slot] = row + 1;
    }

    void remove(int row) {
        int slot = slot(at(row));
        while (slots[slot] != row + 1) {
            slot = next(slot);
        }
        slots[slot] = 0;
        ids[row] = null;
        size--;
        for (int moved = next(slot); slots[moved] != 0; moved = next(moved)) {
            int again = slots[moved] - 1;
            slots[moved] = 0;
            file(again, at(again));
        }
    }

    private int slot(byte[] id) {
        int hash = Arrays.hashCode(id) * 0x9E3779B9;
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }
}
