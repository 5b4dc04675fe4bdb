package org.nostos.identity.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nostos.linkage.ResidentIndex;
import org.nostos.lists.Records.Mark;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the search index is put away, so that a start need not read every record again.
///
/// The file holds names and numbers: it stands in the data folder beside the database, for its owner's
/// eyes alone. It says of which versions it was made and in which state each was, and ends with the
/// hash of all before; one that was cut off, changed, or is of records that are no longer so, is not
/// used. Without a data folder nothing is put away.
@Component
public class SearchShelf {

    private static final String SORT = "nostos search 1";
    private static final int HASH = 32;

    private final Optional<Path> file;

    /// @param folder of the instance's data; empty for none
    public SearchShelf(@Value("${nostos.data:}") String folder) {
        file = folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder, "search.index"));
    }

    /// What was put away: the state of each version it was made of, and an index for each party.
    record Kept(Map<UUID, Mark> marks, Map<UUID, ResidentIndex> parties) {

        /// Whether the versions still stand as they did; others may have come.
        boolean fits(Map<UUID, Mark> now) {
            return now.entrySet().containsAll(marks.entrySet());
        }
    }

    void put(Map<UUID, Mark> marks, Map<UUID, ResidentIndex> parties) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        Path target = file.get();
        Path fresh = target.resolveSibling("search.index.new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        MessageDigest digest = sha256();
        try (OutputStream raw =
                        new BufferedOutputStream(
                                Files.newOutputStream(fresh, StandardOpenOption.WRITE), 1 << 16);
                DataOutputStream out =
                        new DataOutputStream(
                                new BufferedOutputStream(
                                        new DigestOutputStream(raw, digest), 1 << 16))) {
            write(marks, parties, out);
            out.flush();
            raw.write(digest.digest());
        }
        Files.move(
                fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(
            Map<UUID, Mark> marks, Map<UUID, ResidentIndex> parties, DataOutputStream out)
            throws IOException {
        out.writeUTF(SORT);
        out.writeInt(marks.size());
        for (Map.Entry<UUID, Mark> mark : marks.entrySet()) {
            write(mark.getKey(), out);
            out.writeLong(mark.getValue().records());
            out.writeLong(mark.getValue().state());
        }
        out.writeInt(parties.size());
        for (Map.Entry<UUID, ResidentIndex> party : parties.entrySet()) {
            write(party.getKey(), out);
            party.getValue().write(out);
        }
    }

    /// What was put away whole; empty when there is nothing, or it is not as it was written.
    Optional<Kept> take() throws IOException {
        if (file.isEmpty() || !Files.isRegularFile(file.get()) || !isWhole(file.get())) {
            return Optional.empty();
        }
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16))) {
            return SORT.equals(in.readUTF()) ? Optional.of(read(in)) : Optional.empty();
        }
    }

    /// Whether nobody but the owner may read it, and its hash is that of what it holds.
    private static boolean isWhole(Path path) throws IOException {
        if (!Files.getPosixFilePermissions(path)
                .equals(Set.copyOf(PosixFilePermissions.fromString("rw-------")))) {
            return false;
        }
        long content = Files.size(path) - HASH;
        MessageDigest digest = sha256();
        try (InputStream in =
                new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(path), 1 << 16), digest)) {
            if (content < 0) {
                return false;
            }
            byte[] piece = new byte[1 << 16];
            for (long left = content; left > 0; ) {
                int got = in.read(piece, 0, (int) Math.min(piece.length, left));
                if (got < 0) {
                    return false;
                }
                left -= got;
            }
            byte[] found = digest.digest();
            return Arrays.equals(found, in.readNBytes(HASH));
        }
    }

    private static Kept read(DataInputStream in) throws IOException {
        Map<UUID, Mark> marks = new HashMap<>();
        int versions = in.readInt();
        for (int i = 0; i < versions; i++) {
            marks.put(uuid(in), new Mark(in.readLong(), in.readLong()));
        }
        Map<UUID, ResidentIndex> parties = new HashMap<>();
        int all = in.readInt();
        for (int i = 0; i < all; i++) {
            parties.put(uuid(in), ResidentIndex.read(in));
        }
        return new Kept(marks, parties);
    }

    /// Takes away what was put away: it must not outlive what was erased.
    void clear() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    private static void write(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
