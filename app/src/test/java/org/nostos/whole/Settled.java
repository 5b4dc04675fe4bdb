package org.nostos.whole;

import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.today;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityEvent;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityStep;
import org.nostos.legal.Clearing;
import org.nostos.legal.LawStep;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.WillKeeping;
import org.nostos.legal.Wills;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Ministry;
import org.nostos.transfers.Fitness;
import org.nostos.transfers.Planning;
import org.nostos.transfers.TransferEvent;
import org.nostos.transfers.TransferReading;
import org.nostos.transfers.TransferStep;
import org.nostos.transfers.TravelDocument;
import org.nostos.transfers.TravelKeeping;

/// Whatever the services ask before somebody goes home, step by step.
final class Settled {

    private static final WillKeeping.How HOW = new WillKeeping.How("Arabic", null, "Sumac Reed");

    private final Cast cast;
    private final Ministry m;

    Settled(Cast cast) {
        this.cast = cast;
        this.m = cast.m;
    }

    void all(UUID one) {
        held(one);
        national(one);
        UUID note = m.sent(MERIDIA, AskedFor.ACCEPTANCE, today(), one);
        must(m.answer(m.meridia, note, 1, AnswerForm.of(AnswerKind.ACCEPTED)));
        new RepertoireOfLaw(cast).ready(one);
        will(one);
        cleared(one);
        papers(one);
    }

    private void held(UUID one) {
        CustodyEntry entry =
                new CustodyEntry(
                        CustodyKind.ADMITTED,
                        PartialDate.ofDay(today().minusDays(60)),
                        HoldingAuthority.named("North"),
                        null,
                        "Camp Willow",
                        "",
                        LegalGround.SECURITY_INTERNMENT,
                        "",
                        "the camp's register",
                        "as written");
        must(m.officer.call(() -> m.bean(CustodyKeeping.class).record(List.of(one), entry, null)));
    }

    private void national(UUID one) {
        NationalityKeeping keeping = m.bean(NationalityKeeping.class);
        must(
                m.officer.call(() ->
                        keeping.found(
                                one,
                                new NationalityKeeping.Entry(
                                        MERIDIA, today(), "note 7", "as written", null),
                                NationalityStep.VERIFIED,
                                NationalityEvent.Rests.STATE_ANSWER)));
        NationalityFile file =
                m.officer.call(() -> m.bean(Nationalities.class).of(List.of(one), AsOf.now()));
        UUID waits = file.with(MERIDIA).orElseThrow().waiting().getFirst().id();
        must(m.colleague.call(() -> keeping.confirm(one, waits, file.last())));
    }

    private void will(UUID one) {
        WillKeeping wills = m.bean(WillKeeping.class);
        must(m.officer.call(() -> wills.inform(said(one), MERIDIA, HOW)));
        must(m.officer.call(() -> wills.consent(said(one), MERIDIA, HOW)));
        must(m.officer.call(() -> wills.reconfirm(said(one), MERIDIA, HOW)));
    }

    private LawStep said(UUID one) {
        UUID last =
                m.as(m.legal, () -> m.bean(Wills.class).of(List.of(one))).stream()
                        .reduce((_, later) -> later)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        return new LawStep(List.of(one), last, today(), "as the papers say", "paper 1");
    }

    private void cleared(UUID one) {
        Clearing clearing = m.bean(Clearing.class);
        LawStep step = new LawStep(List.of(one), null, today(), "as the papers say", "paper 1");
        must(
                m.legal.call(() ->
                        clearing.propose(
                                step,
                                new TransferClearance.Terms(
                                        Route.REPATRIATION_NO_PROCEEDINGS,
                                        MERIDIA,
                                        List.of(),
                                        today().plusDays(60)))));
        UUID waits = m.legal.call(() -> clearing.all(List.of(one), AsOf.now())).getFirst().id();
        must(cast.cedar.call(() -> clearing.issue(step, waits)));
    }

    private void papers(UUID one) {
        TravelKeeping travel = m.bean(TravelKeeping.class);
        must(
                m.officer.call(() ->
                        travel.request(entry(one), TravelDocument.Type.LAISSEZ_PASSER, MERIDIA)));
        UUID document = m.officer.call(() -> travel.documents(List.of(one))).getFirst().id();
        must(
                m.officer.call(() ->
                        travel.step(
                                entry(one),
                                document,
                                TravelDocument.Kind.ISSUED,
                                "LP 4711",
                                today().plusDays(90))));
        must(
                m.officer.call(() ->
                        travel.conclude(
                                entry(one),
                                Fitness.Conclusion.FIT,
                                "Dr Yarrow",
                                "Clinic of the camp",
                                today().plusDays(2))));
    }

    private TravelKeeping.Entry entry(UUID one) {
        UUID last = m.officer.call(() -> m.bean(TravelKeeping.class).last(List.of(one)));
        return new TravelKeeping.Entry(List.of(one), last, today(), "", "certificate 3");
    }

    /// The first two are on a plan for today, and the journey is arranged.
    void planned(Play play) {
        Planning planning = m.bean(Planning.class);
        must(
                m.officer.call(() ->
                        RepertoireOfTransfers.begin(play, planning, RepertoireOfTransfers.home())));
        UUID transfer = play.transfers.getFirst();
        for (UUID person : play.people.subList(0, 2)) {
            take(transfer, s -> planning.add(s, person));
        }
        take(transfer, s -> planning.agree(s, "Heath Reed", "Ministry of Justice"));
        take(
                transfer,
                s -> planning.leave(s, TransferEvent.Kind.EXIT_CLEARED, null, today().plusDays(9)));
        take(transfer, s -> planning.seats(s, 4));
    }

    private void take(UUID transfer, Function<TransferStep, List<Obstacle>> work) {
        UUID last =
                m.officer
                        .call(() -> m.bean(TransferReading.class).file(transfer))
                        .orElseThrow()
                        .last();
        TransferStep step = new TransferStep(transfer, last, today(), "as agreed", "paper 12");
        must(m.officer.call(() -> work.apply(step)));
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }
}
