package org.nostos.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir Path temp;

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        try (EmbeddedServer server = start()) {
            plant(server.address(), "oak");
        }
        try (EmbeddedServer server = start()) {
            assertThat(trees(server.address())).containsExactly("oak");
        }
    }

    @Test
    void waitsForTheDiskAndChecksItsPages() throws SQLException {
        try (EmbeddedServer server = start()) {
            assertThat(ask(server.address(), "show fsync")).containsExactly("on");
            assertThat(ask(server.address(), "show synchronous_commit")).containsExactly("on");
            assertThat(ask(server.address(), "show data_checksums")).containsExactly("on");
            assertThat(ask(server.address(), "show listen_addresses")).containsExactly("127.0.0.1");
            assertThat(ask(server.address(), "show unix_socket_directories")).containsExactly("");
            assertThat(
                            ask(
                                    server.address(),
                                    "select datlocale from pg_database where datname = 'template1'"))
                    .containsExactly("C.UTF-8");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        try (EmbeddedServer server = start()) {
            ServerAddress guess = new ServerAddress(server.port(), "postgres", "guess");
            assertThatThrownBy(() -> trees(guess))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("28P01");
            Path secret = data().resolve("secrets/superuser");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(secret.resolveSibling("."))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isNotReachedByAnInterruptOfTheInstancesProcessGroup() throws IOException {
        try (EmbeddedServer server = start()) {
            assertThat(processGroup(server.pid())).isEqualTo(server.pid());
            assertThat(processGroup(ProcessHandle.current().pid())).isNotEqualTo(server.pid());
        }
    }

    /// The fifth field of the process's `stat`, the third after the name in brackets.
    private static long processGroup(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2]);
    }

    @Test
    void recoversAfterThePostmasterWasKilled() throws Exception {
        try (EmbeddedServer server = start()) {
            plant(server.address(), "elm");
            kill(server.pid());
            awaitEnd(server.pid());
            assertThat(server.isRunning()).isFalse();
        }
        try (EmbeddedServer server = start()) {
            assertThat(trees(server.address())).containsExactly("elm");
        }
    }

    @Test
    void endsWithTheProcessThatHoldsItAndLosesNothing() throws Exception {
        Held held = hold(List.of());
        plant(held.address(), "ash");
        held.process().destroyForcibly().waitFor();
        awaitEnd(held.postmaster());
        try (EmbeddedServer server = start()) {
            assertThat(trees(server.address())).containsExactly("ash");
        }
    }

    @Test
    void startsAtOnceAfterTheProcessThatHeldItWasKilled() throws Exception {
        Held held = hold(List.of());
        plant(held.address(), "yew");
        held.process().destroyForcibly().waitFor();
        try (EmbeddedServer server = start()) {
            assertThat(trees(server.address())).containsExactly("yew");
        }
    }

    @Test
    void recoversAfterBothProcessesWereKilled() throws Exception {
        Held held = hold(List.of());
        plant(held.address(), "fir");
        kill(held.postmaster());
        held.process().destroyForcibly().waitFor();
        try (EmbeddedServer server = start()) {
            assertThat(trees(server.address())).containsExactly("fir");
        }
    }

    @Test
    void ignoresAProcessIdThatNowBelongsToAStranger() throws Exception {
        try (EmbeddedServer server = start()) {
            plant(server.address(), "bay");
        }
        Files.writeString(
                data().resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid()
                        + "\n"
                        + data()
                        + "\n0\n1\n\n127.0.0.1\n0 0\nready\n");
        try (EmbeddedServer server = start()) {
            assertThat(trees(server.address())).containsExactly("bay");
        }
    }

    @Test
    void refusesASecondInstanceOnTheSameFolder() throws Exception {
        try (EmbeddedServer server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another instance")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            assertThat(server.isRunning()).isTrue();
            assertThat(EmbeddedServer.running(data())).contains(server.address());
            assertThatThrownBy(() -> hold(List.of()))
                    .as("asking did not let go of the folder")
                    .hasMessageContaining("in use by another instance");
        }
    }

    @Test
    void refusesAFolderThatAnotherProcessHoldsButTellsWhereItsServerIs() throws Exception {
        Held held = hold(List.of());
        assertThatThrownBy(this::start).hasMessageContaining("in use by another instance");
        ServerAddress found = EmbeddedServer.running(data()).orElseThrow();
        assertThat(found).isEqualTo(held.address());
        held.process().destroyForcibly().waitFor();
        awaitEnd(held.postmaster());
        assertThat(EmbeddedServer.running(data())).isEmpty();
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(data().resolve("postgres"));
        Files.writeString(data().resolve("postgres/letter.txt"), "not a database");
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not a PostgreSQL data directory");
        assertThat(data().resolve("postgres/letter.txt")).exists();
    }

    @Test
    void refusesAClusterOfAnotherVersion() throws IOException {
        start().close();
        Files.writeString(data().resolve("postgres/PG_VERSION"), "15\n");
        assertThatThrownBy(this::start).hasMessageContaining("was made by PostgreSQL 15");
    }

    @Test
    void refusesAClusterWhosePasswordIsLost() throws IOException {
        start().close();
        Files.delete(data().resolve("secrets/superuser"));
        assertThatThrownBy(this::start).hasMessageContaining("secrets/superuser is missing");
    }

    @Test
    void makesTheClusterAnewWhenTheFirstStartWasCutOff() throws Exception {
        Files.createDirectories(data().resolve("postgres.half/base"));
        Files.writeString(data().resolve("postgres.half/PG_VERSION"), "18\n");
        try (EmbeddedServer server = start()) {
            plant(server.address(), "box");
        }
    }

    @Test
    void unpacksAgainWhenTheFirstUnpackingWasCutOff() throws Exception {
        Path cache = temp.resolve("cache");
        Files.createDirectories(cache.resolve("postgresql-18.6.0.half/bin"));
        ServerSettings settings = ServerSettings.durable().withCache(cache);
        try (EmbeddedServer server = EmbeddedServer.start(data(), settings)) {
            plant(server.address(), "fig");
        }
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".half"));
        }
    }

    @Test
    void saysNothingOfARowInItsLog() throws Exception {
        try (EmbeddedServer server = start()) {
            plant(server.address(), "rowan");
            assertThatThrownBy(() -> plant(server.address(), "rowan"))
                    .isInstanceOf(SQLException.class)
                    .message()
                    .doesNotContain("(rowan)");
            assertThatThrownBy(() -> ask(server.address(), "select 'rowan'::int"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Files.readString(data().resolve("log/postgres.log"))).doesNotContain("rowan");
    }

    @Test
    void runsForAnOrdinaryUserToo() throws Exception {
        assumeThat(isRoot()).as("the other tests have just shown it").isTrue();
        Path home = openToAll(temp.resolve("ordinary"));
        new ProcessBuilder("chown", "-R", "65534:65534", home.toString()).start().waitFor();
        List<String> asNobody =
                List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--");
        Held held = hold(asNobody, home.resolve("data"), home.resolve("cache"));
        plant(held.address(), "lime");
        held.process().destroyForcibly().waitFor();
        awaitEnd(held.postmaster());

        Held again = hold(asNobody, home.resolve("data"), home.resolve("cache"));
        assertThat(trees(again.address())).containsExactly("lime");
        again.process().getOutputStream().close();
        assertThat(again.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(again.postmaster())).isEmpty();
    }

    private Path data() {
        return temp.resolve("data");
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(data());
    }

    private record Held(Process process, long postmaster, ServerAddress address) {}

    private Held hold(List<String> prefix) throws IOException {
        return hold(prefix, data(), ServerSettings.durable().cache());
    }

    private Held hold(List<String> prefix, Path data, Path cache) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", readableClassPath(prefix)));
        command.addAll(List.of(HeldServer.class.getName(), data.toString(), cache.toString()));
        Path errors = temp.resolve("child.err");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        assertThat(line).as(Files.readString(errors)).isNotNull();
        String[] words = Objects.requireNonNull(line).split(" ");
        return new Held(
                process,
                Long.parseLong(words[0]),
                new ServerAddress(Integer.parseInt(words[1]), "postgres", words[2]));
    }

    /// The class path, copied to where another user can read it when there is one.
    private String readableClassPath(List<String> prefix) throws IOException {
        String classPath = System.getProperty("java.class.path");
        if (prefix.isEmpty()) {
            return classPath;
        }
        Path copy = temp.resolve("ordinary/lib");
        List<String> copied = new ArrayList<>();
        int number = 0;
        for (String element : classPath.split(":")) {
            Path from = Path.of(element);
            if (Files.exists(from)) {
                Path to = copy.resolve(number++ + "-" + from.getFileName());
                copyAll(from, to);
                copied.add(to.toString());
            }
        }
        return String.join(":", copied);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (!Files.exists(target)) {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(path, target);
                }
            }
        }
    }

    private Path openToAll(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void awaitEnd(long pid) throws Exception {
        ProcessHandle handle = ProcessHandle.of(pid).orElse(null);
        if (handle != null) {
            handle.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private static void plant(ServerAddress address, String tree) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists tree (name text primary key)");
            statement.execute("insert into tree values ('" + tree + "')");
        }
    }

    private static List<String> trees(ServerAddress address) throws SQLException {
        return ask(address, "select name from tree order by name");
    }

    private static List<String> ask(ServerAddress address, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static Connection connect(ServerAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.jdbcUrl("postgres"), address.superuser(), address.password());
    }
}
