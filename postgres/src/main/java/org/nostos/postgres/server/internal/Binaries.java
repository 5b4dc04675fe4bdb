package org.nostos.postgres.server.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once for all instances of one user.
public record Binaries(Path home) {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /// The binaries under this cache folder, unpacked now if nobody has yet.
    ///
    /// They appear by one rename, so a folder that is there is whole.
    public static Binaries unpacked(Path cache) throws IOException {
        requireLinux();
        Path home = cache.resolve("postgresql-" + version());
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            Files.createDirectories(cache);
            unpackAlone(cache, home);
        }
        return new Binaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /// The first number of the version: what a cluster writes into its `PG_VERSION`.
    static String majorVersion() throws IOException {
        String version = version();
        return version.substring(0, version.indexOf('.'));
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            if (in == null) {
                throw new IllegalStateException("binaries.properties is not on the class path");
            }
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static void requireLinux() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64")) {
            throw new IllegalStateException(
                    "the embedded PostgreSQL runs on Linux on x86-64, not on "
                            + system
                            + ": set NOSTOS_DATABASE_URL to a PostgreSQL server");
        }
    }

    private static void unpackAlone(Path cache, Path home) throws IOException {
        Path lockFile = cache.resolve("unpacking.lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isExecutable(home.resolve("bin/postgres"))) {
                Path half = cache.resolve(home.getFileName() + ".half");
                Files0700.delete(half);
                Files0700.delete(home);
                unpack(half);
                Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void unpack(Path target) throws IOException {
        Files.createDirectories(target);
        try (InputStream in = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (in == null) {
                throw new IllegalStateException(ARCHIVE + " is not on the class path");
            }
            TarArchiveInputStream tar =
                    new TarArchiveInputStream(
                            new BufferedInputStream(
                                    new XZCompressorInputStream(new BufferedInputStream(in)),
                                    1 << 16));
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & 0111) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
