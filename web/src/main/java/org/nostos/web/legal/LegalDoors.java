package org.nostos.web.legal;

import static org.nostos.basics.Role.CASE_OFFICER;
import static org.nostos.basics.Role.COUNSEL;
import static org.nostos.basics.Role.INDEPENDENT_REVIEWER;
import static org.nostos.basics.Role.LEGAL_REVIEWER;
import static org.nostos.web.Doors.Door.to;

import java.util.List;
import org.nostos.web.Doors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class LegalDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                to("/cases/*/bars/**", CASE_OFFICER, LEGAL_REVIEWER),
                to("/cases/*/review/**", CASE_OFFICER, LEGAL_REVIEWER),
                to("/cases/*/rehabilitation", CASE_OFFICER, LEGAL_REVIEWER),
                to("/clients/**", COUNSEL),
                to(HttpMethod.GET, "/bars", CASE_OFFICER, LEGAL_REVIEWER, INDEPENDENT_REVIEWER),
                to(HttpMethod.POST, "/bars", INDEPENDENT_REVIEWER),
                to("/assurances/**", CASE_OFFICER, LEGAL_REVIEWER));
    }
}
