package org.nostos.web.retention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.retention.ReadyForProduction;
import org.nostos.web.Band;
import org.nostos.web.HouseBand;
import org.nostos.web.HouseMode;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Says on every page that no independent body of review is named, and that the house is not in
/// production. Nothing turns it off but naming the body, and opening the house.
@Component
@Order(0)
class HouseBands implements HouseBand {

    private final ReadyForProduction ready;
    private final HouseMode mode;

    HouseBands(ReadyForProduction ready, HouseMode mode) {
        this.ready = ready;
        this.mode = mode;
    }

    @Override
    public List<Band> now(@Nullable Caller caller) {
        boolean administers = caller != null && caller.role() == Role.ADMINISTRATOR;
        List<Band> bands = new ArrayList<>();
        if (!hasReviewBody()) {
            bands.add(band("settings.band.no-body", administers, true));
        }
        if (!mode.production() && !mode.invented()) {
            bands.add(band("settings.band.not-production", administers, false));
        }
        return bands;
    }

    /// Without an answer of the database there is none: the page that says what broke is shown too.
    private boolean hasReviewBody() {
        try {
            return ready.hasReviewBody();
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static Band band(String message, boolean administers, boolean stops) {
        return administers
                ? new Band(message, List.of(), "/settings", "settings.band.do", stops)
                : new Band(message, List.of(), null, null, stops);
    }
}
