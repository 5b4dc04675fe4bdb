package org.nostos.ledger;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Figure.Said;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.testing.TestHouse;

/// A house with two analysts, and short ways to what they do.
final class Newsroom implements AutoCloseable {

    final TestHouse house = TestHouse.open();
    final Caller clover = house.committee(Role.ANALYST);
    final Caller teasel = house.committee(Role.ANALYST);
    final Caller officer = house.committee(Role.CASE_OFFICER);
    final Caller heron = house.party(PartyKind.MONITOR, "Heron Watch", null, Role.MONITOR);

    @Override
    public void close() {
        house.close();
    }

    static Figure figure(long number, Qualifier qualifier, Category category, String place) {
        return figure(number, qualifier, category, place, "2026-01-21", null);
    }

    static Figure figure(
            long number,
            Qualifier qualifier,
            Category category,
            String place,
            String saidOn,
            @Nullable UUID partOf) {
        return new Figure(
                UUID.randomUUID(),
                Amount.of(number, qualifier),
                Unit.Thing.PERSON,
                "people at " + place,
                category,
                null,
                place,
                "the holder",
                new Said(
                        "the holder’s spokesman",
                        null,
                        "Agency Halcyon",
                        SaidDate.parse(saidOn).orElseThrow(),
                        number + " people",
                        null),
                null,
                partOf);
    }

    LedgerKeeping keeping() {
        return house.bean(LedgerKeeping.class);
    }

    Ledger ledger() {
        return house.bean(Ledger.class);
    }

    List<Obstacle> enter(Figure figure) {
        FigureSource source = FigureSource.named("Bulletin 6", "https://halcyon.example/6");
        return clover.call(() -> keeping().enter(figure, source));
    }

    /// Entered and sourced by one, reviewed and published by the other.
    UUID published(Figure figure) {
        must(enter(figure));
        must(teasel.call(() -> keeping().review(figure.id())));
        must(teasel.call(() -> keeping().publish(figure.id())));
        return figure.id();
    }

    LedgerEntry entry(Caller who, UUID id) {
        return who.call(() -> ledger().sheet(id).orElseThrow().entry());
    }

    boolean sees(Caller who, UUID id) {
        return who.call(() -> ledger().sheet(id).isPresent());
    }

    <T> T as(Caller who, Supplier<T> work) {
        return who.call(() -> house.transaction().execute(status -> work.get()));
    }

    static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }

    static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }
}
