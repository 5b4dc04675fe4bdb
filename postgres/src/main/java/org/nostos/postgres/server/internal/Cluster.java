package org.nostos.postgres.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The cluster of a data folder: PostgreSQL's own files and the password of its superuser.
///
/// It is made beside its place and moved there whole, so a folder named `postgres` without a
/// version in it was never ours.
public record Cluster(Path folder) {

    public static final String SUPERUSER = "postgres";

    private static final int PASSWORD_BYTES = 24;

    public static Cluster of(Path folder) {
        return new Cluster(folder);
    }

    public Path directory() {
        return folder.resolve("postgres");
    }

    Path log() throws IOException {
        Files0700.createFolder(folder.resolve("log"));
        return folder.resolve("log").resolve("postgres.log");
    }

    /// The superuser's password.
    public String password() throws IOException {
        if (!Files.isReadable(secret())) {
            throw new IllegalStateException(
                    secret()
                            + " is missing or unreadable: without it the database cannot be opened");
        }
        return Files.readString(secret()).strip();
    }

    /// Makes the cluster if the folder holds none, and refuses one that this version cannot open.
    public void make(Binaries binaries) throws IOException {
        if (Files.exists(directory())) {
            requireOurVersion();
            return;
        }
        if (!Files.exists(secret())) {
            Files0700.createFolder(folder.resolve("secrets"));
            Files0700.write(secret(), randomPassword());
        }
        Path half = folder.resolve("postgres.half");
        Files0700.delete(half);
        Commands.run(initdb(binaries, half), "making the database");
        Files.move(half, directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Binaries binaries, Path target) {
        return Commands.unprivileged(
                binaries.program("initdb").toString(),
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--pwfile=" + secret(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
    }

    private void requireOurVersion() throws IOException {
        Path versionFile = directory().resolve("PG_VERSION");
        if (!Files.isReadable(versionFile)) {
            throw new IllegalStateException(
                    directory()
                            + " is not a PostgreSQL data directory (it has no PG_VERSION): move it"
                            + " away, or name another folder with --data");
        }
        String found = Files.readString(versionFile).strip();
        if (!found.equals(Binaries.majorVersion())) {
            throw new IllegalStateException(
                    directory()
                            + " was made by PostgreSQL "
                            + found
                            + ", this is "
                            + Binaries.majorVersion()
                            + ": open it with the release that made it, back up, and restore here");
        }
        password();
    }

    private Path secret() {
        return folder.resolve("secrets").resolve("superuser");
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
