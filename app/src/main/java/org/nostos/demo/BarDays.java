package org.nostos.demo;

import static org.nostos.demo.Casebook.ago;
import static org.nostos.demo.Casebook.state;
import static org.nostos.demo.Casebook.step;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.demo.Casebook.Known;
import org.nostos.legal.Assurance;
import org.nostos.legal.AssuranceKeeping;
import org.nostos.legal.BarEvent.Kind;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarStep;
import org.nostos.legal.Bars;
import org.nostos.legal.BestInterests;
import org.nostos.legal.Clearing;
import org.nostos.legal.Determination;
import org.nostos.legal.Determination.Option;
import org.nostos.legal.Ground;
import org.nostos.legal.LawStep;
import org.nostos.legal.OrderKeeping;
import org.nostos.legal.ReviewEvent;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance.Terms;
import org.nostos.legal.WillKeeping;

/// What bars a transfer, what states assured, what courts ordered, what people want and what is best for
/// children: a case for every state of each, and a few people who may go.
final class BarDays {

    private static final StateCode MERIDIA = state("XMD");
    private static final StateCode VARLAND = state("XVR");
    private static final WillKeeping.How HOW =
            new WillKeeping.How("Arabic", "Sumac Reed", "Heron Reed");

    private final Casebook book;
    private final BarKeeping bars;

    BarDays(Casebook book) {
        this.book = book;
        this.bars = book.bean(BarKeeping.class);
    }

    void hold(StateCode breaker) {
        bar(Ground.TORTURE, VARLAND, Kind.OPENED);
        bar(Ground.TORTURE, VARLAND, Kind.OPENED, Kind.CLEARED);
        bar(Ground.TORTURE, VARLAND, Kind.OPENED, Kind.CLEARED, Kind.REVIEWED);
        bar(Ground.DEATH_PENALTY, VARLAND, Kind.OPENED, Kind.FOUND);
        bar(Ground.DEATH_PENALTY, VARLAND, Kind.OPENED, Kind.FOUND, Kind.ASSURANCE_SOUGHT);
        bar(Ground.UNFAIR_TRIAL, VARLAND, Kind.OPENED, Kind.FOUND, Kind.LIFT_PROPOSED);
        bar(Ground.UNFAIR_TRIAL, VARLAND, Kind.OPENED, Kind.FOUND, Kind.LIFT_PROPOSED, Kind.LIFTED);
        bar(Ground.PERSECUTION, VARLAND, Kind.OPENED, Kind.FOUND, Kind.LIFT_PROPOSED, Kind.UPHELD);
        bar(Ground.HEALTH, VARLAND, Kind.OPENED, Kind.CLEARED, Kind.REVIEWED, Kind.APPEALED);
        bar(Ground.HEALTH, VARLAND, Kind.OPENED, Kind.CLEARED, Kind.REVIEWED, Kind.DOUBTED);
        bar(Ground.TORTURE, breaker, Kind.OPENED, Kind.CLEARED, Kind.REVIEWED);
        assurances(breaker);
        orders();
        wills();
        determinations();
    }

    private void bar(Ground ground, StateCode state, Kind... kinds) {
        Known who = book.adult();
        for (Kind kind : kinds) {
            take(who, ground, state, kind);
        }
    }

    private void take(Known who, Ground ground, StateCode state, Kind kind) {
        Member hand =
                switch (kind) {
                    case REVIEWED -> Member.MAPLE;
                    case LIFTED, UPHELD -> Member.DOVE;
                    case OPENED, APPEALED, DOUBTED, ASSURANCE_SOUGHT -> Member.MOSS;
                    default -> Member.FERN;
                };
        UUID seen =
                book.ask(Member.FERN, () -> book.bean(Bars.class).of(who.ids())).stream()
                        .filter(e -> e.destination().equals(state) && e.ground() == ground)
                        .reduce((_, later) -> later)
                        .map(event -> event.stamp().id())
                        .orElse(null);
        BarStep step = new BarStep(step(who, seen, 12, "reports of two watchers"), state, ground);
        book.as(hand, () -> take(step, kind));
    }

    private List<Obstacle> take(BarStep step, Kind kind) {
        LocalDate until = ago(-150);
        return switch (kind) {
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
        };
    }

    private void assurances(StateCode breaker) {
        assurance(VARLAND, -1);
        assurance(VARLAND, -1, Assurance.Kind.OFFERED);
        assurance(VARLAND, -1, Assurance.Kind.OFFERED, Assurance.Kind.FOUND_SUFFICIENT);
        assurance(VARLAND, -1, Assurance.Kind.OFFERED, Assurance.Kind.FOUND_INSUFFICIENT);
        Assurance.Kind[] inForce = {
            Assurance.Kind.OFFERED,
            Assurance.Kind.FOUND_SUFFICIENT,
            Assurance.Kind.IN_FORCE,
            Assurance.Kind.MONITORED
        };
        assurance(MERIDIA, -200, inForce);
        assurance(VARLAND, 3, inForce[0], inForce[1], inForce[2]);
        assurance(VARLAND, -1, Assurance.Kind.OFFERED, Assurance.Kind.ENDED);
        assurance(breaker, -200, inForce[0], inForce[1], inForce[2], Assurance.Kind.BREACHED);
    }

    /// @param until the day it runs to, so many days ago
    private void assurance(StateCode of, int until, Assurance.Kind... kinds) {
        AssuranceKeeping keeping = book.bean(AssuranceKeeping.class);
        String words = "nobody handed over is put to death; a watcher may visit";
        book.as(Member.FERN, () -> keeping.request(of, ago(90), words, "note of the committee"));
        Assurance made = latest(keeping);
        for (Assurance.Kind kind : kinds) {
            Member hand = kind == Assurance.Kind.IN_FORCE ? Member.MAPLE : Member.FERN;
            UUID seen = byId(keeping, made.id()).events().getLast().id();
            book.as(
                    hand,
                    () ->
                            keeping.step(
                                    made.id(),
                                    kind,
                                    seen,
                                    ago(40),
                                    kind == Assurance.Kind.IN_FORCE ? ago(until) : null,
                                    words,
                                    "letter of the ministry"));
        }
    }

    private Assurance latest(AssuranceKeeping keeping) {
        return book.ask(Member.FERN, keeping::all).stream()
                .max(java.util.Comparator.comparing(one -> one.events().getFirst().recordedAt()))
                .orElseThrow();
    }

    private Assurance byId(AssuranceKeeping keeping, UUID id) {
        return book.ask(Member.FERN, keeping::all).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void orders() {
        OrderKeeping orders = book.bean(OrderKeeping.class);
        Known held = book.adult();
        book.as(
                Member.MOSS,
                () -> orders.record(step(held, null, 3, "interim measure 12 of a court"), VARLAND));
        Known freed = book.adult();
        book.as(
                Member.MOSS,
                () -> orders.record(step(freed, null, 30, "interim measure 9 of a court"), null));
        UUID order =
                book.ask(
                                Member.FERN,
                                () -> book.bean(org.nostos.legal.CourtOrders.class).of(freed.ids()))
                        .getFirst()
                        .order();
        book.as(Member.FERN, () -> orders.end(step(freed, null, 2, "the court ended it"), order));
    }

    private void wills() {
        will(VARLAND, book.adult(), WillKeeping::inform);
        will(VARLAND, book.adult(), WillKeeping::inform, WillKeeping::object);
        will(VARLAND, book.adult(), WillKeeping::inform, WillKeeping::leaveOpen);
        will(VARLAND, book.adult(), WillKeeping::inform, WillKeeping::consent);
        will(
                VARLAND,
                book.adult(),
                WillKeeping::inform,
                WillKeeping::consent,
                WillKeeping::withdraw);
        will(
                VARLAND,
                book.adult(),
                WillKeeping::inform,
                WillKeeping::consent,
                WillKeeping::reconfirm);
    }

    /// What somebody says of where they want to go.
    private interface Saying {
        List<Obstacle> say(WillKeeping keeping, LawStep step, StateCode state, WillKeeping.How how);
    }

    private void will(StateCode state, Known who, Saying... sayings) {
        WillKeeping keeping = book.bean(WillKeeping.class);
        for (Saying saying : sayings) {
            UUID seen =
                    book
                            .ask(
                                    Member.MOSS,
                                    () -> book.bean(org.nostos.legal.Wills.class).of(who.ids()))
                            .stream()
                            .filter(event -> event.destination().equals(state))
                            .reduce((_, later) -> later)
                            .map(event -> event.stamp().id())
                            .orElse(null);
            LawStep step = step(who, seen, 4, "said in a room alone with the interpreter");
            book.as(Member.MOSS, () -> saying.say(keeping, step, state, HOW));
        }
    }

    private void determinations() {
        determined(book.child(), MERIDIA, 1);
        determined(book.child(), MERIDIA, 4);
        determined(book.child(), MERIDIA, 5);
        determined(book.child(), MERIDIA, 6);
    }

    /// Takes so many steps of a determination of what is best for the child.
    private void determined(Known child, StateCode state, int steps) {
        BestInterests best = book.bean(BestInterests.class);
        for (int i = 0; i < steps; i++) {
            int place = i;
            Member hand = place == 4 ? Member.FERN : place == 5 ? Member.MAPLE : Member.MOSS;
            UUID seen =
                    book.ask(hand, () -> best.all(child.ids(), AsOf.now())).stream()
                            .flatMap((Determination one) -> one.events().stream())
                            .reduce((_, later) -> later)
                            .map(event -> event.stamp().id())
                            .orElse(null);
            LawStep step = step(child, seen, 9, "the social worker's report");
            book.as(
                    hand,
                    () ->
                            switch (place) {
                                case 0 -> best.open(step);
                                case 1 -> best.inform(step);
                                case 2 -> best.hear(step);
                                case 3 -> best.sit(step, "a judge, a physician, a social worker");
                                case 4 ->
                                        best.propose(
                                                step,
                                                new BestInterests.Proposal(
                                                        Option.GOES_WITH_FAMILY,
                                                        state,
                                                        null,
                                                        ago(-80)));
                                default -> best.decide(step);
                            });
        }
    }

    /// Somebody who may go home: everything was looked at, nothing is open, and a clearance stands.
    void cleared(Known who, boolean child, @Nullable LawDays law) {
        for (Ground ground : Route.REPATRIATION_NO_PROCEEDINGS.grounds()) {
            for (Kind kind : List.of(Kind.OPENED, Kind.CLEARED, Kind.REVIEWED)) {
                take(who, ground, MERIDIA, kind);
            }
        }
        if (law != null) {
            law.reviewed(
                    who,
                    List.of(
                            ReviewEvent.Kind.OPENED,
                            ReviewEvent.Kind.FILE_COMPLETE,
                            ReviewEvent.Kind.SCHEDULED,
                            ReviewEvent.Kind.HEARD,
                            ReviewEvent.Kind.DECISION_PROPOSED,
                            ReviewEvent.Kind.DECIDED,
                            ReviewEvent.Kind.NOTIFIED,
                            ReviewEvent.Kind.FINAL),
                    ReviewEvent.Outcome.RELEASE);
        }
        will(MERIDIA, who, WillKeeping::inform, WillKeeping::consent);
        if (child) {
            determined(who, MERIDIA, 6);
        }
        Clearing clearing = book.bean(Clearing.class);
        Terms terms = new Terms(Route.REPATRIATION_NO_PROCEEDINGS, MERIDIA, List.of(), ago(-60));
        LawStep step = step(who, null, 1, "nothing is open");
        book.as(Member.FERN, () -> clearing.propose(step, terms));
        UUID waiting =
                book.ask(Member.MAPLE, () -> clearing.all(who.ids(), AsOf.now())).getFirst().id();
        book.as(Member.MAPLE, () -> clearing.issue(step, waiting));
    }
}
