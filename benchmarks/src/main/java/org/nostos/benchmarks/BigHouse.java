package org.nostos.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.Instance;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.identity.LinkingRuns;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.Receiving;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A house with as many people as a list has rows, filled by the roads that real lists take: one list,
/// cut into one for each of five parties, handed in, mapped as proposed, staged and accepted; linked;
/// and the likeliest pairs judged by two.
final class BigHouse {

    static final String PASSWORD = "walnut plum linden";
    static final String REVIEWER = "hazel";
    static final String STATE = "officer1";

    private static final int PARTIES = 5;
    private static final int JUDGED = 5_000;

    private final Instance instance;
    private final Map<String, Caller> signedIn = new HashMap<>();

    private BigHouse(Instance instance) {
        this.instance = instance;
    }

    static void fill(Instance instance, Path list) throws IOException, InterruptedException {
        BigHouse house = new BigHouse(instance);
        List<Caller> officers = house.people();
        Path folder = Files.createTempDirectory("nostos-bench-lists-");
        try {
            List<Path> parts = cut(list, folder);
            long begun = System.nanoTime();
            for (int i = 0; i < PARTIES; i++) {
                house.handIn(officers.get(i), parts.get(i), i);
            }
            say("accepted", begun);
        } finally {
            Folders.delete(folder);
        }
        long begun = System.nanoTime();
        while (!instance.bean(LinkingRuns.class).awaitIdle(Duration.ofHours(2))) {
            say("still linking", begun);
        }
        say("linked", begun);
        begun = System.nanoTime();
        house.judge(REVIEWER);
        house.judge("rowan");
        say("judged", begun);
    }

    private static void say(String what, long begun) {
        System.out.printf(
                Locale.ROOT, "%s after %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private List<Caller> people() {
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(), "Bench Committee", "juniper", "Juniper Oak", PASSWORD);
        UUID committee = signIn("juniper").party();
        open(committee, Role.IDENTITY_REVIEWER, REVIEWER);
        open(committee, Role.SECOND_REVIEWER, "rowan");
        List<Caller> officers = new ArrayList<>();
        for (int i = 0; i < PARTIES; i++) {
            String code = "XA" + (char) ('A' + i);
            UUID party =
                    i == 0
                            ? party(PartyKind.HOLDING_AUTHORITY, "Authority of the North", null)
                            : party(PartyKind.STATE, "State " + code, new StateCode(code));
            open(party, Role.INTAKE_OFFICER, "officer" + i);
            officers.add(signIn("officer" + i));
        }
        return officers;
    }

    private UUID party(PartyKind kind, String name, @Nullable StateCode state) {
        return signIn("juniper")
                .call(() -> instance.bean(AccountKeeping.class).addParty(kind, name, state));
    }

    private void open(UUID party, Role role, String login) {
        Opening opening =
                signIn("juniper")
                        .call(() ->
                                instance.bean(AccountKeeping.class)
                                        .open(party, role, login, "Bench " + login));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
    }

    private Caller signIn(String login) {
        return signedIn.computeIfAbsent(
                login,
                name -> {
                    SigningIn.Outcome outcome =
                            instance.bean(SigningIn.class).signIn(name, PASSWORD, "127.0.0.1");
                    return ((SigningIn.Outcome.SignedIn) outcome).caller();
                });
    }

    /// The list dealt out row by row, so that the records of one person stand in several lists.
    private static List<Path> cut(Path list, Path folder) throws IOException {
        List<Path> parts =
                Stream.iterate(0, i -> i + 1)
                        .limit(PARTIES)
                        .map(i -> folder.resolve("list" + i + ".csv"))
                        .toList();
        List<CsvWriter> writers = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(list)) {
            for (Path part : parts) {
                writers.add(CsvWriter.builder().build(part));
            }
            long row = -1;
            for (CsvRecord record : rows) {
                if (row < 0) {
                    writers.forEach(writer -> writer.writeRecord(record.getFields()));
                } else {
                    writers.get((int) (row % PARTIES)).writeRecord(record.getFields());
                }
                row++;
            }
        } finally {
            for (CsvWriter writer : writers) {
                writer.close();
            }
        }
        return parts;
    }

    private void handIn(Caller officer, Path part, int number) throws IOException {
        long begun = System.nanoTime();
        UUID version =
                officer.<UUID, IOException>call(() -> {
                    Receiving.Slip slip =
                            new Receiving.Slip(
                                    null, "List " + number, LocalDate.now(ZoneOffset.UTC));
                    return switch (instance.bean(Receiving.class)
                            .receive(slip, () -> Files.newInputStream(part))) {
                        case Receiving.Receipt.Received received -> received.version();
                        case Receiving.Receipt.SeenBefore seen -> seen.version().id();
                        case Receiving.Receipt.Refused refused ->
                                throw new IllegalArgumentException(
                                        "refused: " + refused.obstacles());
                    };
                });
        officer.run(() -> accept(version));
        say("list " + number + " accepted", begun);
    }

    private void accept(UUID version) {
        ListReading reading = instance.bean(ListReading.class);
        Deciding deciding = instance.bean(Deciding.class);
        must(deciding.map(version, mapping(reading.read(version))));
        while (reading.status(version) != ListStatus.STAGED) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        must(deciding.accept(version));
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new IllegalArgumentException("the list was refused: " + obstacles);
        }
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

    /// One hand on each of the likeliest pairs, set-wise as one act.
    private void judge(String login) {
        Caller reviewer = signIn(login);
        reviewer.run(() ->
                instance.bean(TransactionTemplate.class)
                        .executeWithoutResult(status -> {
                            UUID act =
                                    instance.bean(Acts.class)
                                            .record(
                                                    Act.of(
                                                            "identity.judged",
                                                            Purpose.IDENTITY_REVIEW,
                                                            Map.of("pairs", JUDGED)));
                            instance.bean(JdbcClient.class)
                                    .sql(
                                            """
                                            insert into nostos.judgement (record_l, record_r, verdict, account, role, reason, act)
                                            select record_l, record_r, 'SAME', ?, ?, 'bench', ? from nostos.proposal
                                            where run = (select run from nostos.linking_run_ended where how = 'FINISHED'
                                                         order by recorded_at desc limit 1)
                                            order by probability desc, id limit ?
                                            """)
                                    .param(reviewer.account())
                                    .param(reviewer.role().name())
                                    .param(act)
                                    .param(JUDGED)
                                    .update();
                        }));
    }
}
