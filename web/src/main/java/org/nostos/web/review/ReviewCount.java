package org.nostos.web.review;

import java.time.Instant;
import org.nostos.identity.Cautioning;
import org.nostos.identity.Overview.Waiting;
import org.nostos.identity.Overviews;
import org.nostos.web.Room;
import org.nostos.web.RoomCount;
import org.springframework.stereotype.Component;

/// How many proposals wait for anybody's hand, and disputes for the reader's.
@Component
class ReviewCount implements RoomCount {

    private final Overviews overviews;
    private final Cautioning cautioning;

    ReviewCount(Overviews overviews, Cautioning cautioning) {
        this.overviews = overviews;
        this.cautioning = cautioning;
    }

    @Override
    public Room room() {
        return Room.REVIEW;
    }

    @Override
    public long now() {
        Instant now = Instant.now();
        Waiting waiting = overviews.at(now, now).waiting();
        return waiting.open() + waiting.secondHand() + cautioning.disputesForMe();
    }
}
