package org.nostos.web.apart;

import java.util.ArrayList;
import java.util.List;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.registry.BreakingGlass;
import org.nostos.registry.GlassOpening;
import org.nostos.web.Band;
import org.nostos.web.Dates;
import org.nostos.web.Room;
import org.nostos.web.RoomCount;
import org.springframework.stereotype.Component;

/// Tells a supervisor on every page that somebody broke a glass, until one of them has answered, and
/// whoever broke one that it is still open. Nothing turns it off.
@Component
class GlassNotices implements RoomCount, Band.Source {

    private final BreakingGlass glass;
    private final Dates dates;

    GlassNotices(BreakingGlass glass, Dates dates) {
        this.glass = glass;
        this.dates = dates;
    }

    @Override
    public Room room() {
        return Room.GLASS;
    }

    @Override
    public long now() {
        return glass.unacknowledged();
    }

    @Override
    public List<Band> now(Caller caller) {
        if (!BreakingGlass.may(caller)) {
            return List.of();
        }
        List<Band> bands = new ArrayList<>();
        long waiting = caller.role() == Role.SECOND_REVIEWER ? glass.unacknowledged() : 0;
        if (waiting > 0) {
            bands.add(new Band("glass.band", List.of(waiting), "/glass", "glass.band.do", true));
        }
        for (GlassOpening open : glass.openNow()) {
            String until = dates.moment(open.until());
            bands.add(
                    new Band(
                            "glass.band.open",
                            List.of(until),
                            "/glass",
                            "glass.band.close",
                            false));
        }
        return bands;
    }
}
