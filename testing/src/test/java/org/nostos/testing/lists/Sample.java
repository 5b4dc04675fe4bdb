package org.nostos.testing.lists;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.nostos.basics.Obstacle;
import org.nostos.lists.Deciding;
import org.nostos.lists.FileBytes;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Receiving;
import org.nostos.parties.Caller;
import org.nostos.testing.TestHouse;

/// Invented lists, and their way through the house.
final class Sample {

    static final LocalDate AS_OF = LocalDate.of(2026, 5, 13);

    /// Five rows that stand (one without its date, two under one number) and two that do not.
    static final String SMALL =
            """
            no;name;father;sex;date of birth;remarks
            A-1;Hazel Linden;Alder;f;05/07/1988;x
            A-2;Plum Maple;Rowan;m;31/02/1993;
            A-3;هدهد السنديان;زيتون;ذكر;١٩٩٠;
            A-3;Quince Poplar;;;25/12/1991;same number
            ;;;f;1990;nobody
            A-6;Fig
            A-7;Cedar Wren;;m;;
            """;

    private static final String[] TREES = {
        "Hazel", "Linden", "Alder", "Plum", "Maple", "Rowan", "Quince", "Poplar", "Cedar", "Wren",
        "زيتون", "سنديان", "بلوط", "Ольха", "Рябина"
    };

    private Sample() {}

    static FileBytes bytes(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }

    /// A list of that many rows; every hundredth has an impossible date, every 150th nobody in it.
    static String large(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("no,name,father,date of birth\n");
        for (int row = 1; row <= rows; row++) {
            if (row % 150 == 0) {
                text.append(",,,1990-01-01\n");
                continue;
            }
            text.append("L-").append(row).append(',').append(tree(random)).append(' ');
            text.append(tree(random)).append(',').append(tree(random)).append(',');
            text.append(row % 100 == 0 ? "1990-02-31" : "19" + (50 + row % 50) + "-07-05");
            text.append('\n');
        }
        return text.toString();
    }

    private static String tree(SplittableRandom random) {
        return TREES[random.nextInt(TREES.length)];
    }

    /// Hands the file in and waits until it has been gone through.
    static UUID received(TestHouse house, Caller caller, String title, FileBytes bytes) {
        UUID version = handedIn(house, caller, title, bytes);
        Eventually.holds(() -> status(house, caller, version) != ListStatus.RECEIVED);
        return version;
    }

    static UUID handedIn(TestHouse house, Caller caller, String title, FileBytes bytes) {
        return caller.call(() -> {
            try {
                Receiving.Receipt receipt =
                        house.bean(Receiving.class)
                                .receive(new Receiving.Slip(null, title, AS_OF), bytes);
                return ((Receiving.Receipt.Received) receipt).version();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    static void mapAsProposed(TestHouse house, Caller caller, UUID version) {
        caller.run(() -> {
            ListVersion read = house.bean(ListReading.class).read(version);
            List<?> obstacles =
                    house.bean(Deciding.class)
                            .map(version, read.survey().orElseThrow().proposed().orElseThrow());
            if (!obstacles.isEmpty()) {
                throw new AssertionError(obstacles);
            }
        });
    }

    static ListStatus status(TestHouse house, Caller caller, UUID version) {
        return caller.call(() -> house.bean(ListReading.class).status(version));
    }

    static void untilStaged(TestHouse house, Caller caller, UUID version) {
        Eventually.holds(() -> status(house, caller, version) == ListStatus.STAGED);
    }

    /// Accepts the list and waits until its records stand.
    static List<Obstacle> accept(TestHouse house, Caller caller, UUID version) {
        List<Obstacle> obstacles = caller.call(() -> house.bean(Deciding.class).accept(version));
        Eventually.holds(() -> status(house, caller, version) != ListStatus.ACCEPTING);
        return obstacles;
    }

    /// Hands the list in, maps it as proposed, waits for the staging and accepts it.
    static UUID accepted(TestHouse house, Caller caller, String title, FileBytes bytes) {
        UUID version = received(house, caller, title, bytes);
        mapAsProposed(house, caller, version);
        untilStaged(house, caller, version);
        accept(house, caller, version);
        return version;
    }
}
