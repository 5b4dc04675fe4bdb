package org.nostos.custody;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of those held in a facility are asked for, in which order; who is alike in it comes by number.
///
/// @param persons only these; null for everybody
public record HeldQuestion(
        @Nullable CustodyStatus status,
        @Nullable LegalGround ground,
        @Nullable Set<UUID> persons,
        Order order,
        boolean down) {

    /// In which order they come.
    public enum Order {
        NUMBER,
        STATUS,
        HOLDER,
        GROUND
    }

    public static final HeldQuestion ALL = new HeldQuestion(null, null, null, Order.NUMBER, false);

    boolean fits(UUID leader, CustodyTrack track) {
        return (status == null || track.status() == status)
                && (ground == null || track.ground().filter(ground::equals).isPresent())
                && (persons == null || persons.contains(leader));
    }

    /// The same order where no store can sort.
    Comparator<UUID> order(Map<UUID, CustodyTrack> tracks, Map<UUID, Long> numbers) {
        Comparator<UUID> by = Comparator.comparing(id -> key(tracks.get(id)));
        Comparator<UUID> number = Comparator.comparing(id -> numbers.getOrDefault(id, 0L));
        Comparator<UUID> asked = order == Order.NUMBER ? number : by;
        return (down ? asked.reversed() : asked).thenComparing(number);
    }

    private String key(@Nullable CustodyTrack track) {
        if (track == null) {
            return "";
        }
        return switch (order) {
            case NUMBER -> "";
            case STATUS -> track.status().name();
            case HOLDER -> track.holder().map(HoldingAuthority::name).orElse("");
            case GROUND -> track.ground().map(LegalGround::name).orElse("");
        };
    }
}
