package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.basics.Obstacle;
import org.nostos.legal.Route;
import org.nostos.legal.Will;
import org.nostos.parties.Caller;
import org.nostos.transfers.Arrivals;
import org.nostos.transfers.Departing;
import org.nostos.transfers.Fitness;
import org.nostos.transfers.Handover;
import org.nostos.transfers.Manifesting;
import org.nostos.transfers.Planning;
import org.nostos.transfers.Receipt;
import org.nostos.transfers.TransferEvent;
import org.nostos.transfers.TransferFile;
import org.nostos.transfers.TransferKind;
import org.nostos.transfers.TransferReading;
import org.nostos.transfers.TransferStep;
import org.nostos.transfers.TravelDocument;
import org.nostos.transfers.TravelKeeping;

/// Somebody left, the hours pass, and nobody says that they came: the house raises its alarm at the hour, by itself
/// (Convention against Enforced Disappearance, art. 17(3)(h)), and it stands until their consul confirms them. The
/// consul of another state neither sees nor confirms anybody, and theirs confirms nobody who was not handed over.
class NobodySaysThatTheyCameStory {

    private static final String NAME = "Lawz Mishmishov Barada";
    private static final String ALARM = "/alarms/transfer.not-received";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    @TempDir static Path folder;

    private final Caller cedar = Founding.caller(Stage.get(), Cast.CEDAR);
    private final Caller larch = Founding.caller(Stage.get(), Cast.LARCH);
    private final Caller alder = Founding.caller(Stage.get(), Cast.ALDER);

    @Test
    void theAlarmComesOnItsHourAndGoesWhenTheirConsulConfirms() throws IOException {
        UUID person = Casework.somebody(NAME, folder);
        UUID transfer = departed(person);
        String number = file(transfer).transfer().number();
        try (Visit officer = Visit.by(Cast.CEDAR)) {
            officer.open("/cases/" + person);
            assertThat(officer.main()).not().containsText("not received within");
            Stage.get().left(transfer, Duration.ofHours(49));
            await(() -> stands(officer, number));
            Casework.look(officer, "alarm-not-received");
            officer.open("/alarms");
            assertThat(officer.main().locator("a[href$='transfer.not-received']")).isVisible();
            Casework.look(officer, "alarms-not-received");
            officer.open("/cases/" + person);
            assertThat(officer.main())
                    .containsText("Left on " + number + " but not received within 48 hours");
            assertThat(officer.complaints()).isEmpty();
        }
        nobodyElseConfirms(person, transfer);
        handedOver(transfer);
        theirConsulConfirms(transfer);
        try (Visit officer = Visit.by(Cast.CEDAR)) {
            await(() -> !stands(officer, number));
            officer.open("/cases/" + person);
            assertThat(officer.main()).not().containsText("not received within");
            officer.open("/transfers/" + transfer);
            assertThat(officer.main()).containsText("received");
            assertThat(officer.complaints()).isEmpty();
        }
    }

    private static boolean stands(Visit officer, String number) {
        assertThat(officer.open(ALARM)).isEqualTo(200);
        return officer.main().innerText().contains(number);
    }

    private static void await(BooleanSupplier so) {
        Instant until = Instant.now().plus(LONGEST_WAIT);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("it did not come in " + LONGEST_WAIT);
            }
        }
    }

    /// Before the handover not even the right consul; at no time another state's, or an officer in the consul's place.
    private void nobodyElseConfirms(UUID person, UUID transfer) {
        List<UUID> lines = lines(transfer);
        try (Visit pear = Visit.by(Cast.PEAR)) {
            pear.open("/arrivals/" + transfer);
            assertThat(pear.main()).containsText("Nothing can be said until the handover");
            assertThat(pear.open(ALARM)).isEqualTo(403);
        }
        Arrivals arrivals = Stage.get().bean(Arrivals.class);
        Caller pear = Founding.caller(Stage.get(), Cast.PEAR);
        assertThat(pear.call(() -> arrivals.receive(transfer, lines, Homeward.TODAY)))
                .extracting(Obstacle::code)
                .contains("unmet.transfer.order");
        try (Visit finch = Visit.by(Cast.FINCH)) {
            assertThat(finch.open("/arrivals/" + transfer)).isEqualTo(404);
            assertThat(finch.open(ALARM)).isEqualTo(403);
            assertThat(finch.open("/cases/" + person)).isEqualTo(403);
        }
        Caller finch = Founding.caller(Stage.get(), Cast.FINCH);
        assertThatThrownBy(
                        () -> finch.call(() -> arrivals.receive(transfer, lines, Homeward.TODAY)))
                .isInstanceOf(NoSuchElementException.class);
        try (Visit officer = Visit.by(Cast.CEDAR)) {
            assertThat(officer.open("/arrivals/" + transfer)).isEqualTo(403);
        }
    }

    private static void theirConsulConfirms(UUID transfer) {
        try (Visit pear = Visit.by(Cast.PEAR)) {
            pear.open("/arrivals/" + transfer);
            Locator form = pear.main().locator("form[action$='/received']");
            form.locator("input[name=lines]").first().check();
            pear.press("Confirm the arrival");
            assertThat(pear.main().locator("form[action$='/received']")).hasCount(0);
            assertThat(pear.main()).containsText("received");
            Casework.look(pear, "arrival-late");
            assertThat(pear.complaints()).isEmpty();
        }
    }

    /// One draws the receipt up, another records that both sides signed it.
    private void handedOver(UUID transfer) {
        Handover handover = Stage.get().bean(Handover.class);
        Receipt.Sides sides =
                new Receipt.Sides(
                        "Cedar Brook",
                        "Joint Return Committee",
                        "Heath Reed",
                        "Ministry of Justice",
                        "",
                        "Gate 2");
        List<Handover.Goods> goods =
                lines(transfer).stream()
                        .map(line -> new Handover.Goods(line, true, "M-9", 0))
                        .toList();
        take(cedar, transfer, step -> handover.draw(step, sides, goods));
        take(larch, transfer, step -> handover.confirm(step, Instant.now()));
    }

    /// Planned, arranged, frozen by two hands, and gone.
    private UUID departed(UUID person) {
        Homeward homeward = new Homeward();
        homeward.ready(person, Homeward.TODAY.plusDays(60));
        homeward.will(person, Will.Kind.RECONFIRMED);
        papers(person);
        Planning planning = Stage.get().bean(Planning.class);
        Planning.Draft draft =
                new Planning.Draft(
                        TransferKind.REPATRIATION,
                        Route.REPATRIATION_NO_PROCEEDINGS,
                        Homeward.MERIDIA,
                        "Ministry of Justice of Meridia",
                        List.of(),
                        48,
                        Homeward.TODAY);
        UUID transfer = Objects.requireNonNull(cedar.call(() -> planning.begin(draft)).transfer());
        take(cedar, transfer, step -> planning.add(step, person));
        take(cedar, transfer, step -> planning.agree(step, "Heath Reed", "Ministry of Justice"));
        take(
                cedar,
                transfer,
                step ->
                        planning.leave(
                                step,
                                TransferEvent.Kind.EXIT_CLEARED,
                                null,
                                Homeward.TODAY.plusDays(9)));
        take(cedar, transfer, step -> planning.seats(step, 1));
        Manifesting manifests = Stage.get().bean(Manifesting.class);
        take(cedar, transfer, manifests::propose);
        take(alder, transfer, manifests::freeze);
        Departing departing = Stage.get().bean(Departing.class);
        take(cedar, transfer, step -> departing.depart(step, Instant.now(), "Gate 2"));
        return transfer;
    }

    private void papers(UUID person) {
        TravelKeeping travel = Stage.get().bean(TravelKeeping.class);
        must(
                cedar.call(() ->
                        travel.request(
                                entry(person),
                                TravelDocument.Type.LAISSEZ_PASSER,
                                Homeward.MERIDIA)));
        UUID document = cedar.call(() -> travel.documents(List.of(person))).getFirst().id();
        must(
                cedar.call(() ->
                        travel.step(
                                entry(person),
                                document,
                                TravelDocument.Kind.ISSUED,
                                "LP 3001",
                                Homeward.TODAY.plusDays(90))));
        must(
                cedar.call(() ->
                        travel.conclude(
                                entry(person),
                                Fitness.Conclusion.FIT,
                                "Dr Yarrow",
                                "Clinic of the camp",
                                Homeward.TODAY.plusDays(2))));
    }

    private TravelKeeping.Entry entry(UUID person) {
        TravelKeeping travel = Stage.get().bean(TravelKeeping.class);
        return cedar.call(() ->
                new TravelKeeping.Entry(
                        List.of(person),
                        travel.last(List.of(person)),
                        Homeward.TODAY,
                        "",
                        "certificate 3"));
    }

    private TransferFile file(UUID transfer) {
        return cedar.call(() -> Stage.get().bean(TransferReading.class).file(transfer))
                .orElseThrow();
    }

    private List<UUID> lines(UUID transfer) {
        return file(transfer).rows().stream().map(row -> row.passenger().line().id()).toList();
    }

    private void take(Caller who, UUID transfer, Function<TransferStep, List<Obstacle>> work) {
        TransferStep step =
                new TransferStep(
                        transfer, file(transfer).last(), Homeward.TODAY, "as agreed", "paper 12");
        must(who.call(() -> work.apply(step)));
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }
}
