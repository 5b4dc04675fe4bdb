package org.nostos.custody;

import java.util.Collection;
import java.util.List;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;

/// That a person was told of a right, in which language, through whom, and what they answered.
public record RightsNotice(
        Stamp stamp,
        Right right,
        String language,
        String interpreter,
        String answer,
        String source) {

    static List<RightsNotice> counting(Collection<RightsNotice> all, AsOf asOf) {
        return all.stream()
                .filter(notice -> asOf.counts(notice.stamp.on(), notice.stamp.recordedAt()))
                .toList();
    }
}
