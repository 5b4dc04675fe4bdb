package org.nostos.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.nostos.Instance;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Deciding;
import org.nostos.lists.FileBytes;
import org.nostos.lists.ListEvent;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.Receiving;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.SigningIn;

/// How fast a list comes in: received and gone through once, then read, checked and staged.
///
/// ```
/// ./nostos bench intake LIST.csv [RUNS]
/// ```
///
/// An instance with its embedded server, `fsync` on. Each run hands the list in with one row more, so
/// that it is another file, and maps it as proposed (a column that only a person can settle is left
/// unused). Correct is a run whose every row is staged. The pace is rows over the time of both steps.
public final class IntakeBench {

    private static final String PASSWORD = "walnut plum linden";

    private final Instance instance;
    private final Caller caller;

    private IntakeBench(Instance instance, Caller caller) {
        this.instance = instance;
        this.caller = caller;
    }

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: nostos bench intake LIST.csv [RUNS]");
            System.exit(2);
            return;
        }
        Path list = Path.of(args[0]);
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        Path data = Files.createTempDirectory("nostos-bench-");
        try (Instance instance = Instance.start(data, 0, Map.of())) {
            new IntakeBench(instance, officer(instance)).measure(list, runs);
        } finally {
            delete(data);
        }
    }

    private void measure(Path list, int runs) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "machine: %d processors, %s %s, Java %s%nlist: %d bytes%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                Files.size(list));
        List<Double> paces = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            paces.add(run(list, run));
        }
        double[] sorted = paces.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "rows a second: median %.0f, from %.0f to %.0f%n",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private double run(Path list, int run) throws IOException {
        byte[] more = ("run " + run + "\n").getBytes(StandardCharsets.UTF_8);
        FileBytes bytes =
                () ->
                        new SequenceInputStream(
                                Files.newInputStream(list), new ByteArrayInputStream(more));
        long begun = System.nanoTime();
        UUID version = caller.<UUID, IOException>call(() -> checked(received(bytes, run)));
        long received = System.nanoTime();
        ListEvent.Staged staged = caller.call(() -> staged(version));
        long done = System.nanoTime();
        double pace = staged.rows() / ((done - begun) / 1e9);
        System.out.printf(
                Locale.ROOT,
                "run %d: %d rows staged, %d good; checked in %.2f s, staged in %.2f s, %.0f rows a second%n",
                run,
                staged.rows(),
                staged.good(),
                (received - begun) / 1e9,
                (done - received) / 1e9,
                pace);
        return pace;
    }

    private UUID received(FileBytes bytes, int run) throws IOException {
        Receiving.Slip slip = new Receiving.Slip(null, "Run " + run, LocalDate.now(ZoneOffset.UTC));
        return switch (instance.bean(Receiving.class).receive(slip, bytes)) {
            case Receiving.Receipt.Received received -> received.version();
            case Receiving.Receipt.SeenBefore seen -> seen.version().id();
            case Receiving.Receipt.Refused refused ->
                    throw new IllegalArgumentException("refused: " + refused.obstacles());
        };
    }

    private UUID checked(UUID version) {
        ListReading reading = instance.bean(ListReading.class);
        while (reading.status(version) == ListStatus.RECEIVED) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return version;
    }

    private ListEvent.Staged staged(UUID version) {
        ListReading reading = instance.bean(ListReading.class);
        ListVersion read = reading.read(version);
        List<Obstacle> obstacles = instance.bean(Deciding.class).map(version, mapping(read));
        if (!obstacles.isEmpty()) {
            throw new IllegalArgumentException("not mapped: " + obstacles);
        }
        while (reading.status(version) != ListStatus.STAGED) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        ListEvent.Staged staged = reading.read(version).staged().orElseThrow();
        if (staged.rows() != read.survey().orElseThrow().rows()) {
            throw new IllegalStateException("rows were lost: " + staged.rows());
        }
        return staged;
    }

    private static Mapping mapping(ListVersion version) {
        return new Mapping(
                version.survey().orElseThrow().columns().stream()
                        .map(column -> {
                            ColumnUse proposed = column.proposed();
                            return proposed == null ? ColumnUse.KEPT : proposed;
                        })
                        .toList());
    }

    private static Caller officer(Instance instance) {
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(links.first().orElseThrow(), "Bench Committee", "bench", "Bench Oak", PASSWORD);
        Caller administrator = signIn(instance, "bench");
        Opening opening =
                administrator.call(() ->
                        instance.bean(AccountKeeping.class)
                                .open(
                                        administrator.party(),
                                        Role.INTAKE_OFFICER,
                                        "intake",
                                        "Intake Elm"));
        links.accept(((Opening.Opened) opening).token(), PASSWORD);
        return signIn(instance, "intake");
    }

    private static Caller signIn(Instance instance, String login) {
        SigningIn.Outcome outcome =
                instance.bean(SigningIn.class).signIn(login, PASSWORD, "127.0.0.1");
        return ((SigningIn.Outcome.SignedIn) outcome).caller();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path :
                    Arrays.asList(all.sorted(Comparator.reverseOrder()).toArray(Path[]::new))) {
                Files.deleteIfExists(path);
            }
        }
    }
}
