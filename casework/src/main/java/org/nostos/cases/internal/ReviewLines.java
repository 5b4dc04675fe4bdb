package org.nostos.cases.internal;

import java.util.ArrayList;
import java.util.List;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.cases.Standing;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.legal.LawFile;
import org.nostos.legal.Rehabilitation;
import org.nostos.legal.Review;

/// The latest review of the person, and the rehabilitation to which one sent them.
final class ReviewLines {

    private ReviewLines() {}

    static List<TrackLine> of(LawFile file, AsOf at) {
        List<TrackLine> lines = new ArrayList<>();
        List<Review> reviews = Review.of(file.reviews(), at);
        lines.add(
                new TrackLine(
                        "review",
                        null,
                        reviews.isEmpty() ? Standing.NONE : standing(reviews.getFirst()),
                        "law.review.state."
                                + (reviews.isEmpty() ? "NONE" : reviews.getFirst().state()),
                        List.of(),
                        reviews.stream()
                                .flatMap(review -> review.events().stream())
                                .map(event ->
                                        event(event.stamp(), "law.review.kind." + event.kind()))
                                .toList()));
        Rehabilitation.of(file.stays(), at).stream()
                .limit(1)
                .map(ReviewLines::line)
                .forEach(lines::add);
        return lines;
    }

    private static Standing standing(Review review) {
        return switch (review.state()) {
            case OPENED, FILE_COMPLETE, HEARD, DECIDED, NOTIFIED, UPHELD -> Standing.DOING;
            case SCHEDULED, PROPOSED -> Standing.WAIT;
            case APPEALED, QUASHED -> Standing.STOP;
            case FINAL -> Standing.DONE;
        };
    }

    private static TrackLine line(Rehabilitation stay) {
        return new TrackLine(
                "rehabilitation",
                null,
                switch (stay.state()) {
                    case REFERRED -> Standing.WAIT;
                    case ADMITTED, PLANNED, ASSESSED, EXTENDED -> Standing.DOING;
                    case COMPLETED, LEFT -> Standing.STOP;
                    case ENDED -> Standing.ENDED;
                },
                "law.rehabilitation.state." + stay.state(),
                List.of(),
                stay.events().stream()
                        .map(event ->
                                event(event.stamp(), "law.rehabilitation.kind." + event.kind()))
                        .toList());
    }

    private static TrackEvent event(Stamp stamp, String message) {
        return new TrackEvent(stamp.on(), stamp.recordedAt(), stamp.by(), message);
    }
}
