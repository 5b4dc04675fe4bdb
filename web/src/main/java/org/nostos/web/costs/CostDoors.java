package org.nostos.web.costs;

import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.stereotype.Component;

/// Case officers alone: whoever decides what the law asks does not read what it costs.
@Component
class CostDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(Door.to("/costs/**", Role.CASE_OFFICER));
    }
}
