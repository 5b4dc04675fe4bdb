package org.nostos.custody.internal;

import java.util.EnumSet;
import java.util.Set;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.CustodyTrack;
import org.nostos.custody.Episode;
import org.nostos.custody.FileItem;
import org.nostos.custody.LegalGround;

/// The items of the minimum file that the events of custody give. A pure function.
public final class TrackItems {

    private TrackItems() {}

    public static Set<FileItem> of(CustodyTrack track) {
        Set<FileItem> held = EnumSet.noneOf(FileItem.class);
        if (!track.episodes().isEmpty()) {
            Episode last = track.episodes().getLast();
            add(held, FileItem.GROUND, last.ground() != LegalGround.NONE_KNOWN);
            add(held, FileItem.HOLDER, last.authority() != null);
        }
        add(held, FileItem.ARREST, track.arrest() != null);
        add(held, FileItem.ADMISSION, happened(track, CustodyKind.ADMITTED));
        add(
                held,
                FileItem.DEATH,
                track.counted().stream()
                        .anyMatch(event ->
                                event.kind() == CustodyKind.DECEASED && !event.reason().isEmpty()));
        add(
                held,
                FileItem.RELEASE,
                happened(track, CustodyKind.RELEASED)
                        || happened(track, CustodyKind.REPATRIATED)
                        || happened(track, CustodyKind.TRANSFERRED));
        return held;
    }

    private static boolean happened(CustodyTrack track, CustodyKind kind) {
        return track.counted().stream().anyMatch(event -> event.kind() == kind);
    }

    private static void add(Set<FileItem> held, FileItem item, boolean there) {
        if (there) {
            held.add(item);
        }
    }
}
