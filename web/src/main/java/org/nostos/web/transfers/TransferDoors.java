package org.nostos.web.transfers;

import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// Transfers are the committee's; who watches reads counts.
@Component
class TransferDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to(
                        HttpMethod.GET,
                        "/transfers",
                        Role.CASE_OFFICER,
                        Role.LEGAL_REVIEWER,
                        Role.MONITOR),
                Door.to(HttpMethod.POST, "/transfers", Role.CASE_OFFICER),
                Door.to("/transfers/*/**", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/arrivals/**", Role.CONSULAR_OFFICER),
                Door.to("/leaving", Role.INTAKE_OFFICER),
                Door.to("/cases/*/transfer/**", Role.CASE_OFFICER, Role.LEGAL_REVIEWER));
    }
}
