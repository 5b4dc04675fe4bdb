package org.nostos.postgres.server.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The claim of one process on one data folder. The kernel lets go of it when the process ends.
///
/// It also lets go when the process closes *any* handle of the lock's file (POSIX record locks), so
/// what this process holds itself is remembered, and its file is never opened twice.
public final class DataLock implements AutoCloseable {

    private static final String NAME = "nostos.lock";

    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the folder.
    ///
    /// @throws IllegalStateException when an instance holds it
    public static DataLock hold(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(NAME);
        if (!OURS.add(file)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new DataLock(file, lock(folder, file));
        } catch (IOException | RuntimeException e) {
            OURS.remove(file);
            throw e;
        }
    }

    private static FileChannel lock(Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw inUse(folder, holder);
        }
        byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid), 0);
        return channel;
    }

    private static IllegalStateException inUse(Path folder, String holder) {
        return new IllegalStateException(
                folder
                        + " is in use by another instance"
                        + (holder.isEmpty() ? "" : " (process " + holder + ")")
                        + ": stop that one first, or name another folder with --data");
    }

    /// Whether some instance, in this process or another, holds the folder.
    public static boolean isHeld(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(NAME))) {
            return false;
        }
        Path file = folder.toRealPath().resolve(NAME);
        if (OURS.contains(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OURS.remove(file);
        }
    }
}
