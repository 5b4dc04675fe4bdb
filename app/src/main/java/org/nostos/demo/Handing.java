package org.nostos.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.nostos.Instance;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.demo.internal.PaperList;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateReading;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.Receiving;
import org.nostos.lists.Receiving.Receipt;

/// Hands a list in as its intake officer does: the file, then what its columns mean, then, once it is
/// staged, the acceptance. Every call is made as the caller the thread is bound to.
final class Handing {

    private static final Duration LONGEST_WORK = Duration.ofMinutes(3);

    private final Receiving receiving;
    private final Deciding deciding;
    private final ListReading reading;

    Handing(Instance instance) {
        this.receiving = instance.bean(Receiving.class);
        this.deciding = instance.bean(Deciding.class);
        this.reading = instance.bean(ListReading.class);
    }

    /// Hands the file in and says what its columns mean. It is staged in the background then.
    UUID handIn(PaperList list, String title) throws IOException {
        byte[] bytes = list.bytes();
        Receiving.Slip slip = new Receiving.Slip(null, title, LocalDate.now(ZoneOffset.UTC));
        Receipt receipt = receiving.receive(slip, () -> new ByteArrayInputStream(bytes));
        UUID version =
                switch (receipt) {
                    case Receipt.Received received -> received.version();
                    case Receipt.SeenBefore seen -> seen.version().id();
                    case Receipt.Refused refused -> throw refused(title, refused.obstacles());
                };
        await(version, ListStatus.CHECKED, title);
        expectNone(title, deciding.map(version, mapping(reading.read(version))));
        return version;
    }

    /// Waits until the list is staged, accepts it, and waits until its records stand.
    void accept(UUID version, String title) {
        await(version, ListStatus.STAGED, title);
        expectNone(title, deciding.accept(version));
        awaitEnd(version, title, ListStatus.ACCEPTING);
    }

    private void await(UUID version, ListStatus wanted, String title) {
        ListStatus before = wanted == ListStatus.CHECKED ? ListStatus.RECEIVED : ListStatus.MAPPED;
        awaitEnd(version, title, before);
        ListStatus status = reading.status(version);
        if (status != wanted) {
            throw new IllegalStateException(title + " is " + status + ", not " + wanted);
        }
    }

    private void awaitEnd(UUID version, String title, ListStatus working) {
        Instant late = Instant.now().plus(LONGEST_WORK);
        while (reading.status(version) == working) {
            if (Instant.now().isAfter(late)) {
                throw new IllegalStateException(title + " was not ready in time: " + working);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /// What is proposed for the columns, and day before month where only a person can say.
    private static Mapping mapping(ListVersion version) {
        return new Mapping(
                version.survey().orElseThrow().columns().stream().map(Handing::use).toList());
    }

    private static ColumnUse use(ColumnSurvey column) {
        ColumnUse proposed = column.proposed();
        if (proposed != null) {
            return proposed;
        }
        boolean birth =
                FieldRole.ofHeading(column.heading())
                        .filter(role -> role == FieldRole.BIRTH_DATE)
                        .isPresent();
        return birth ? new ColumnUse.Birth(DateReading.DAY_FIRST) : ColumnUse.KEPT;
    }

    private static void expectNone(String title, List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw refused(title, obstacles);
        }
    }

    private static IllegalStateException refused(String title, List<Obstacle> obstacles) {
        return new IllegalStateException(title + " was refused: " + obstacles);
    }
}
