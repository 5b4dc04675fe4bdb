package org.nostos.killed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.nostos.Instance;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.identity.LinkingRuns;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.Mapping;
import org.nostos.lists.Receiving;
import org.nostos.lists.Receiving.Receipt;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;

/// A process of its own that brings one list from its file to proposals, however often it is started
/// anew: `HouseAtWork found DATA`, then `HouseAtWork work DATA LIST.csv`.
///
/// It says on standard output where it is (`STAGING`, `LINKING`, `DONE`), so that somebody else can
/// choose the moment to kill it.
final class HouseAtWork {

    private static final String PASSWORD = "walnut plum linden";

    private final Instance instance;

    private HouseAtWork(Instance instance) {
        this.instance = instance;
    }

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[1]);
        try (Instance instance = Instance.start(data, 0, Map.of())) {
            HouseAtWork house = new HouseAtWork(instance);
            if (args[0].equals("found")) {
                house.found();
            } else {
                house.signIn("plum").<Boolean, Exception>call(() -> house.work(Path.of(args[2])));
            }
        }
    }

    private void found() {
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper",
                PASSWORD);
        Caller administrator = signIn("juniper");
        Opening opening =
                administrator.call(() ->
                        instance.bean(AccountKeeping.class)
                                .open(
                                        administrator.party(),
                                        Role.INTAKE_OFFICER,
                                        "plum",
                                        "Plum Elder"));
        links.accept(((Opening.Opened) opening).token(), PASSWORD);
    }

    private boolean work(Path list) throws Exception {
        UUID version = receive(list);
        ListReading reading = instance.bean(ListReading.class);
        Deciding deciding = instance.bean(Deciding.class);
        awaitEnd(reading, version, ListStatus.RECEIVED);
        if (reading.status(version) == ListStatus.CHECKED) {
            expectNone(deciding.map(version, proposed(version)));
        }
        System.out.println("STAGING");
        awaitEnd(reading, version, ListStatus.MAPPED);
        if (reading.status(version) == ListStatus.STAGED) {
            expectNone(deciding.accept(version));
        }
        awaitEnd(reading, version, ListStatus.ACCEPTING);
        System.out.println("LINKING");
        if (!instance.bean(LinkingRuns.class).awaitIdle(Duration.ofMinutes(3))) {
            throw new IllegalStateException("linking did not come to an end");
        }
        System.out.println("DONE");
        return true;
    }

    private static void awaitEnd(ListReading reading, UUID version, ListStatus working) {
        while (reading.status(version) == working) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private UUID receive(Path list) throws Exception {
        Receipt receipt =
                instance.bean(Receiving.class)
                        .receive(
                                new Receiving.Slip(null, "Camp, annex", LocalDate.of(2026, 5, 13)),
                                () -> Files.newInputStream(list));
        return switch (receipt) {
            case Receipt.Received received -> received.version();
            case Receipt.SeenBefore seen -> seen.version().id();
            case Receipt.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private Mapping proposed(UUID version) {
        List<ColumnSurvey> columns =
                instance.bean(ListReading.class).read(version).survey().orElseThrow().columns();
        return new Mapping(
                columns.stream()
                        .map(column ->
                                column.proposed() == null ? ColumnUse.KEPT : column.proposed())
                        .toList());
    }

    private Caller signIn(String login) {
        Outcome outcome = instance.bean(SigningIn.class).signIn(login, PASSWORD, "127.0.0.1");
        return ((Outcome.SignedIn) outcome).caller();
    }

    private static void expectNone(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new IllegalStateException(obstacles.toString());
        }
    }
}
