package org.nostos.custody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Unmet;

/// What the law asks that is not met in one person's custody: alarms, and clocks with their day.
public final class CustodyClocks {

    private static final int DAYS_TO_THE_BUREAU = 14;
    private static final int MONTHS_TO_A_REVIEW = 6;

    private CustodyClocks() {}

    /// What is known beside the track.
    ///
    /// @param mayBeChild whether the person may be younger than 18, by the latest day of birth that is
    ///     given
    /// @param consulTold whether they were told that a consul can be told, or have already chosen
    /// @param reviewed when their holding was last looked at, and will be again
    public record Known(
            boolean mayBeChild, boolean consulTold, ReviewDays.@Nullable Days reviewed) {

        /// Whether a review of this holding has set the day of the next one, and keeps its clock.
        boolean reviewsItself(LocalDate from) {
            return reviewed != null && reviewed.next() != null && !reviewed.last().isBefore(from);
        }
    }

    /// Everything that is not met, alarms first; nothing while nobody holds the person.
    public static List<Unmet> of(CustodyTrack track, Known known) {
        List<Unmet> unmet = new ArrayList<>();
        if (!track.outOfPlace().isEmpty()) {
            unmet.add(
                    Unmet.of(
                            CustodyRule.OUT_OF_PLACE, Integer.toString(track.outOfPlace().size())));
        }
        if (track.status() == CustodyStatus.UNACCOUNTED) {
            unmet.add(Unmet.of(CustodyRule.UNACCOUNTED));
        }
        track.current()
                .ifPresent(episode -> {
                    alarms(track, episode, known, unmet);
                    clocks(track, episode, known, unmet);
                });
        return List.copyOf(unmet);
    }

    private static void alarms(
            CustodyTrack track, Episode episode, Known known, List<Unmet> unmet) {
        if (episode.ground() == LegalGround.NONE_KNOWN) {
            unmet.add(Unmet.of(CustodyRule.LEGAL_GROUND));
        }
        if (episode.ground() == LegalGround.DISPUTED) {
            unmet.add(Unmet.of(CustodyRule.GROUND_DISPUTED));
        }
        if (known.mayBeChild() && episode.ground().isSecurityDetention()) {
            unmet.add(Unmet.of(CustodyRule.CHILD_DETAINED));
        }
        for (CustodyEvent change : track.unexamined()) {
            HoldingAuthority to = change.authority();
            unmet.add(Unmet.of(CustodyRule.CHANGE_OF_AUTHORITY, to == null ? "" : to.name()));
        }
    }

    private static void clocks(
            CustodyTrack track, Episode episode, Known known, List<Unmet> unmet) {
        CustodyEvent holder = track.heldBy();
        if (holder != null && track.bureauTold() == null) {
            unmet.add(
                    Unmet.of(CustodyRule.BUREAU_NOTICE)
                            .by(holder.stamp().on().plusDays(DAYS_TO_THE_BUREAU)));
        }
        CustodyEvent held = track.heldFrom();
        if (held == null) {
            return;
        }
        LocalDate from = held.stamp().on();
        if (!known.consulTold()) {
            unmet.add(Unmet.of(CustodyRule.CONSULAR_RIGHT).by(from));
        }
        if (episode.ground().isReviewed() && !known.reviewsItself(from)) {
            LocalDate last = known.reviewed() == null ? null : known.reviewed().last();
            LocalDate looked = last == null || last.isBefore(from) ? from : last;
            unmet.add(Unmet.of(CustodyRule.REVIEW).by(looked.plusMonths(MONTHS_TO_A_REVIEW)));
        }
    }
}
