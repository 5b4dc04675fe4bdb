package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyTrack;
import org.nostos.custody.LegalGround;
import org.nostos.legal.ReviewEvent.Outcome;

/// What is due in somebody's rehabilitation, and what stands in the way of their going. Pure.
public final class RehabilitationClocks {

    private RehabilitationClocks() {}

    /// Alarms and clocks of one person: that they are admitted, assessed, sent on; that the programme is
    /// not what holds them.
    public static List<Unmet> of(LawFile known, AsOf asOf) {
        List<Rehabilitation> all = Rehabilitation.of(known.stays(), asOf);
        List<Unmet> lines = new ArrayList<>();
        Optional<Rehabilitation> open = all.stream().findFirst().filter(Rehabilitation::open);
        open.ifPresent(stay -> {
            lines.add(running(stay));
            if (groundless(known, asOf)) {
                lines.add(Unmet.of(LegalRule.REHABILITATION_GROUND));
            }
        });
        all.stream()
                .findFirst()
                .filter(stay -> stay.onward() == Rehabilitation.Onward.RELEASE)
                .filter(_ -> CustodyTrack.of(known.custody(), asOf).status().isHeld())
                .ifPresent(stay -> lines.add(Unmet.of(LegalRule.RELEASE, stay.since().toString())));
        if (open.isEmpty()) {
            sentOn(known, asOf, all).ifPresent(day -> lines.add(admission(day)));
        }
        return lines;
    }

    /// What stands in the way of a transfer: that nobody has decided that they go from it.
    public static List<Unmet> againstGoing(LawFile known, AsOf asOf) {
        return Rehabilitation.of(known.stays(), asOf).stream()
                .limit(1)
                .filter(Rehabilitation::open)
                .map(stay ->
                        Unmet.of(
                                LegalRule.REHABILITATION_OPEN,
                                stay.events().getFirst().stamp().on().toString()))
                .toList();
    }

    private static Unmet running(Rehabilitation stay) {
        return switch (stay.state()) {
            case REFERRED -> admission(stay.since());
            case COMPLETED, LEFT ->
                    Unmet.of(LegalRule.REHABILITATION_ONWARD, stay.since().toString())
                            .by(stay.since());
            case ADMITTED, PLANNED, ASSESSED, EXTENDED, ENDED -> assessment(stay);
        };
    }

    private static boolean groundless(LawFile known, AsOf asOf) {
        return CustodyTrack.of(known.custody(), asOf)
                .ground()
                .filter(one -> one == LegalGround.NONE_KNOWN || one == LegalGround.DISPUTED)
                .isPresent();
    }

    private static Unmet assessment(Rehabilitation stay) {
        LocalDate due =
                stay.due() == null ? stay.since().plusDays(Rehabilitation.DAYS) : stay.due();
        return Unmet.of(LegalRule.REHABILITATION_ASSESSMENT, due.toString()).by(due);
    }

    private static Unmet admission(LocalDate sent) {
        return Unmet.of(LegalRule.REHABILITATION_ADMISSION, sent.toString())
                .by(sent.plusDays(Rehabilitation.DAYS_TO_ADMIT));
    }

    /// The day on which a review sent them there, if nobody has referred them.
    private static Optional<LocalDate> sentOn(LawFile known, AsOf asOf, List<Rehabilitation> all) {
        return Review.lastDecided(Review.of(known.reviews(), asOf))
                .filter(review -> review.outcome() == Outcome.REFER_TO_REHABILITATION)
                .filter(review -> all.stream().noneMatch(stay -> review.id().equals(stay.review())))
                .flatMap(Review::decidedOn);
    }
}
