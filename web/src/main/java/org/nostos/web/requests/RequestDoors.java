package org.nostos.web.requests;

import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.stereotype.Component;

/// Who may open the pages of requests.
@Component
class RequestDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to("/desk/**", Role.CONSULAR_OFFICER),
                Door.to("/states/**", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/notes/**", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/cases/*/third-states/**", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/cases/*/conditions/*", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/cases/*/requests", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/cases/*/disclosures/**", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to(
                        "/words",
                        Role.INTAKE_OFFICER,
                        Role.IDENTITY_REVIEWER,
                        Role.SECOND_REVIEWER,
                        Role.CASE_OFFICER,
                        Role.LEGAL_REVIEWER));
    }
}
