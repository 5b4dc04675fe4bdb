package org.nostos.requests;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// A ministry, mission or focal point of a state: what it is written to about, and how.
public record StateContact(
        UUID id,
        StateCode state,
        Kind kind,
        String name,
        Serves serves,
        Channel channel,
        String address,
        @Nullable Instant endedAt) {

    public enum Kind {
        MINISTRY,
        MISSION,
        FOCAL_POINT,
        OTHER
    }

    public enum Serves {
        ANYTHING,
        NATIONALITY,
        TRAVEL_DOCUMENT,
        CHILDREN,
        ESCALATION
    }

    public enum Channel {
        NOTE_BY_HAND,
        DESK,
        POST,
        EMAIL,
        PROTECTING_POWER,
        ICRC,
        LIAISON
    }
}
