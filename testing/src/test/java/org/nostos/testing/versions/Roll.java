package org.nostos.testing.versions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Receiving;
import org.nostos.lists.Receiving.Slip;
import org.nostos.parties.Caller;
import org.nostos.testing.TestHouse;

/// The roll of an invented camp, and its way into the house.
final class Roll {

    /// A row: the list's number, a name in three parts, a date of birth.
    record Row(String number, String given, String father, String family, String born) {
        Row numbered(String other) {
            return new Row(other, given, father, family, born);
        }

        Row named(String other) {
            return new Row(number, other, father, family, born);
        }

        Row born(String other) {
            return new Row(number, given, father, family, other);
        }
    }

    private static final List<String> TREES =
            List.of(
                    "Zaytun", "Rumman", "Kharrub", "Sindyan", "Balut", "Safsaf", "Nakhil", "Arz",
                    "Dulb", "Hawr");
    private static final List<String> BIRDS =
            List.of(
                    "Hamam", "Bulbul", "Hudhud", "Shahin", "Nawras", "Laqlaq", "Qumri", "Sunun",
                    "Ghurab", "Saqr");
    private static final List<String> FRUITS =
            List.of("Mishmishi", "Tuffahi", "Khawkhi", "Inabi", "Karazi");

    private Roll() {}

    /// So many unlike people, with numbers.
    static List<Row> of(int size) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(
                    new Row(
                            String.format("C-%04d", 100 + 7 * i),
                            TREES.get(i % 10),
                            BIRDS.get(i / 10 % 10),
                            FRUITS.get((i + i / 50) % 5),
                            String.format(
                                    "19%02d-%02d-%02d", 60 + i % 40, 1 + i % 12, 1 + i % 28)));
        }
        return rows;
    }

    static String csv(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        String.join(";", row.number, row.given, row.father, row.family, row.born))
                .collect(
                        Collectors.joining(
                                "\n",
                                "no;given name;father name;family name;date of birth\n",
                                "\n"));
    }

    /// Hands a file in, as one of a known list or as a new one, and says what its columns mean.
    static UUID handIn(
            TestHouse house,
            Caller officer,
            @Nullable UUID list,
            String title,
            LocalDate asOf,
            String csv) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        UUID version =
                officer.call(() -> {
                    try {
                        Receiving.Receipt receipt =
                                house.bean(Receiving.class)
                                        .receive(
                                                new Slip(list, title, asOf),
                                                () -> new ByteArrayInputStream(bytes));
                        return ((Receiving.Receipt.Received) receipt).version();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
        untilNot(house, officer, version, ListStatus.RECEIVED);
        officer.run(() -> {
            ListVersion read = house.bean(ListReading.class).read(version);
            nothing(
                    house.bean(Deciding.class)
                            .map(version, read.survey().orElseThrow().proposed().orElseThrow()));
        });
        until(() ->
                officer.call(() -> house.bean(ListReading.class).status(version))
                        == ListStatus.STAGED);
        return version;
    }

    static void accept(TestHouse house, Caller officer, UUID version) {
        officer.run(() -> nothing(house.bean(Deciding.class).accept(version)));
        untilNot(house, officer, version, ListStatus.ACCEPTING);
    }

    private static void untilNot(
            TestHouse house, Caller officer, UUID version, ListStatus working) {
        until(() -> officer.call(() -> house.bean(ListReading.class).status(version)) != working);
    }

    static void nothing(List<?> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
