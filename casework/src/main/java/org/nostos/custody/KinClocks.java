package org.nostos.custody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Unmet;
import org.nostos.custody.KinNotice.Occasion;

/// Of what the next of kin have to be told, and by when (Nelson Mandela Rules, rules 68 and 69; Third
/// Geneva Convention, art. 70). Pure.
public final class KinClocks {

    private static final int DAYS = 7;

    private KinClocks() {}

    /// What nobody has told them, nor said why not.
    ///
    /// @param notices those that count at the time of the track
    public static List<Unmet> of(CustodyTrack track, List<KinNotice> notices) {
        Map<Occasion, LocalDate> happened = new EnumMap<>(Occasion.class);
        LocalDate from = track.heldFrom() == null ? LocalDate.MIN : track.heldFrom().stamp().on();
        for (CustodyEvent event : track.counted()) {
            Occasion occasion = occasion(event.kind());
            if (occasion != null && counts(track, occasion) && !event.stamp().on().isBefore(from)) {
                happened.put(occasion, event.stamp().on());
            }
        }
        List<Unmet> open = new ArrayList<>();
        happened.forEach((occasion, day) -> {
            boolean settled =
                    notices.stream()
                            .filter(notice -> notice.occasion() == occasion)
                            .filter(notice -> !notice.stamp().on().isBefore(day))
                            .anyMatch(KinNotice::settles);
            if (!settled) {
                open.add(unmet(occasion, day));
            }
        });
        return open;
    }

    private static Unmet unmet(Occasion occasion, LocalDate day) {
        return switch (occasion) {
            case DEATH -> Unmet.of(CustodyRule.KIN_DEATH, day.toString()).by(day);
            case ILLNESS -> Unmet.of(CustodyRule.KIN_ILLNESS, day.toString()).by(day);
            case ADMISSION, TRANSFER, BIRTH, RELEASE ->
                    Unmet.of(CustodyRule.KIN_TOLD, day.toString()).by(day.plusDays(DAYS));
        };
    }

    /// Of somebody who is free, nobody has to be told any more; of the dead, of their death alone.
    private static boolean counts(CustodyTrack track, Occasion occasion) {
        return switch (track.status()) {
            case DECEASED -> occasion == Occasion.DEATH;
            case IN_TRANSIT, TRANSFERRED, REPATRIATED -> occasion == Occasion.TRANSFER;
            default -> track.status().isHeld();
        };
    }

    private static @Nullable Occasion occasion(CustodyKind kind) {
        return switch (kind) {
            case ADMITTED, RECAPTURED -> Occasion.ADMISSION;
            case MOVED, AUTHORITY_CHANGED, DEPARTED, REPATRIATED, TRANSFERRED -> Occasion.TRANSFER;
            case TO_HOSPITAL -> Occasion.ILLNESS;
            case DECEASED -> Occasion.DEATH;
            default -> null;
        };
    }
}
