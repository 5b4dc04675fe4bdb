package org.nostos.web.evidence;

import static org.nostos.basics.Role.CASE_OFFICER;
import static org.nostos.basics.Role.LEGAL_REVIEWER;

import java.util.List;
import org.nostos.web.Doors;
import org.springframework.stereotype.Component;

/// Whoever keeps the committee's cases; counsel sees on its own pages what was disclosed to it.
@Component
class EvidenceDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to("/evidence/**", CASE_OFFICER, LEGAL_REVIEWER),
                Door.to("/cases/*/evidence/**", CASE_OFFICER, LEGAL_REVIEWER));
    }
}
