package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.TransferClearance.Terms;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.nostos.parties.HouseSetup;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Persons;
import org.nostos.testing.TestHouse;

/// A committee with two legal reviewers and a case officer, an independent body, a consul, a monitor and
/// two counsels, and what tests do as them.
final class LawHouse implements AutoCloseable {

    static final StateCode MERIDIA = new StateCode("XMA");
    static final StateCode ORISTAN = new StateCode("XOA");

    final Committee committee = Committee.open();
    final TestHouse house = committee.house;
    final Caller maple = house.committee(Role.LEGAL_REVIEWER);
    final Caller cedar = house.committee(Role.LEGAL_REVIEWER);
    final Caller thyme = house.committee(Role.CASE_OFFICER);
    final Caller sage =
            house.party(PartyKind.REVIEW_BODY, "Board of Review", null, Role.INDEPENDENT_REVIEWER);
    final Caller consul = house.party(PartyKind.STATE, "Meridia", "XMA", Role.CONSULAR_OFFICER);
    final Caller heron = house.party(PartyKind.MONITOR, "Heron Watch", null, Role.MONITOR);
    final Caller linden = house.party(PartyKind.LEGAL_AID, "Linden Legal Aid", null, Role.COUNSEL);
    final Caller alder = house.member(linden.party(), Role.COUNSEL);

    LawHouse() {
        house.administrator()
                .call(() -> bean(HouseSetup.class).nameReviewBody("Board of Review", "decree 12"));
    }

    /// A new person, whose record gives this date of birth or none.
    UUID person(@Nullable String born) {
        UUID record =
                committee
                        .accept(
                                committee.holder,
                                LocalDate.of(2026, 3, 1),
                                List.of(new Row("Zaytun", "Rumman", "Kharrub", born, "")))
                        .getFirst();
        return as(
                thyme, () -> house.bean(Persons.class).ofRecords(List.of(record)).getFirst().id());
    }

    <T> T bean(Class<T> type) {
        return house.bean(type);
    }

    /// Runs the work in a transaction of the caller.
    <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() -> {
            T result = house.transaction().execute(status -> work.get());
            if (result == null) {
                throw new AssertionError("work in a test gives a result");
            }
            return result;
        });
    }

    /// A step of today for the person, after what is known of it.
    static LawStep step(UUID person, @Nullable UUID seen) {
        return new LawStep(List.of(person), seen, LawDesk.today(), "as the papers say", "paper 1");
    }

    /// A step about a bar, with what its page would show.
    BarStep bar(Caller who, UUID person, StateCode state, Ground ground) {
        List<BarEvent> known =
                as(
                        who,
                        () ->
                                who.role() == Role.INDEPENDENT_REVIEWER
                                        ? bean(Bars.class).beforeBody(person, state, ground)
                                        : bean(Bars.class).of(List.of(person)));
        UUID seen =
                known.stream()
                        .filter(e -> e.destination().equals(state) && e.ground() == ground)
                        .reduce((_, later) -> later)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        return new BarStep(step(person, seen), state, ground);
    }

    List<Obstacle> take(
            Caller who, BarEvent.Kind kind, UUID person, StateCode state, Ground ground) {
        BarStep step = bar(who, person, state, ground);
        LocalDate until = LawDesk.today().plusMonths(6);
        BarKeeping bars = bean(BarKeeping.class);
        return who.call(() ->
                switch (kind) {
                    case OPENED -> bars.open(step);
                    case CLEARED -> bars.clear(step, until);
                    case REVIEWED -> bars.review(step);
                    case FOUND -> bars.find(step);
                    case ASSURANCE_SOUGHT -> bars.seekAssurance(step);
                    case LIFT_PROPOSED -> bars.proposeLift(step, until);
                    case LIFTED -> bars.lift(step);
                    case UPHELD -> bars.uphold(step);
                    case APPEALED -> bars.appeal(step);
                    case APPEAL_DISMISSED -> bars.dismissAppeal(step);
                    case APPEAL_ALLOWED -> bars.allowAppeal(step);
                    case DOUBTED -> bars.doubt(step);
                });
    }

    /// Maple and Cedar find no bar on these grounds.
    void rule(UUID person, StateCode state, Iterable<Ground> grounds) {
        for (Ground ground : grounds) {
            List<Obstacle> all = new ArrayList<>();
            all.addAll(take(maple, BarEvent.Kind.OPENED, person, state, ground));
            all.addAll(take(maple, BarEvent.Kind.CLEARED, person, state, ground));
            all.addAll(take(cedar, BarEvent.Kind.REVIEWED, person, state, ground));
            if (!all.isEmpty()) {
                throw new AssertionError(all.toString());
            }
        }
    }

    /// A review that Maple opened and proposed, Cedar decided, and nobody appealed.
    void reviewed(UUID person) {
        ReviewKeeping reviews = bean(ReviewKeeping.class);
        LocalDate today = LawDesk.today();
        List<Obstacle> all = new ArrayList<>();
        all.addAll(maple.call(() -> reviews.open(review(person))));
        all.addAll(thyme.call(() -> reviews.complete(review(person))));
        all.addAll(thyme.call(() -> reviews.schedule(review(person), today)));
        all.addAll(thyme.call(() -> reviews.hear(review(person), "Maple, Ash", null)));
        all.addAll(maple.call(() -> reviews.propose(review(person), Outcome.RELEASE, null)));
        all.addAll(cedar.call(() -> reviews.decide(review(person))));
        all.addAll(thyme.call(() -> reviews.inform(review(person), "Arabic", null, null)));
        all.addAll(maple.call(() -> reviews.close(review(person))));
        if (!all.isEmpty()) {
            throw new AssertionError(all.toString());
        }
    }

    /// A step of the person's review, after what is known of it.
    LawStep review(UUID person) {
        List<ReviewEvent> known = as(maple, () -> bean(Reviews.class).of(List.of(person)));
        return step(person, known.isEmpty() ? null : known.getLast().stamp().id());
    }

    static Terms terms(Route route, StateCode destination, StateCode... transit) {
        return new Terms(route, destination, List.of(transit), LawDesk.today().plusDays(30));
    }

    List<Obstacle> propose(Caller who, UUID person, Terms terms) {
        return who.call(() -> bean(Clearing.class).propose(step(person, null), terms));
    }

    List<Obstacle> issue(Caller who, UUID person) {
        UUID waiting = clearances(person).getFirst().id();
        return who.call(() -> bean(Clearing.class).issue(step(person, null), waiting));
    }

    List<TransferClearance> clearances(UUID person) {
        return maple.call(() -> bean(Clearing.class).all(List.of(person), AsOf.now()));
    }

    List<TransferClearance> valid(UUID person) {
        return valid(person, AsOf.now());
    }

    List<TransferClearance> valid(UUID person, AsOf asOf) {
        return maple.call(() -> bean(Clearing.class).valid(List.of(person), asOf));
    }

    static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }

    /// Runs a statement of the serving role as the caller, with an act in `:act`, and says what it came
    /// to.
    String forged(Caller caller, String sql) {
        try {
            return as(
                    caller,
                    () -> {
                        UUID act =
                                bean(Acts.class)
                                        .record(
                                                Act.of(
                                                        "legal.forged",
                                                        Purpose.LEGAL_REVIEW,
                                                        java.util.Map.of()));
                        int rows = house.jdbc().sql(sql).param("act", act).update();
                        return "done " + rows;
                    });
        } catch (org.springframework.dao.DataAccessException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage());
        }
    }

    @Override
    public void close() {
        committee.close();
    }
}
