package org.nostos.web.custody;

import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// Case officers act, legal reviewers read; nobody else comes in.
@Component
class CustodyDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to(HttpMethod.GET, "/cases/*/custody", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to(
                        HttpMethod.POST,
                        "/cases/*/custody/steps",
                        Role.CASE_OFFICER,
                        Role.LEGAL_REVIEWER),
                Door.to("/cases/*/custody/**", Role.CASE_OFFICER),
                Door.to(
                        HttpMethod.GET,
                        "/cases/*/property",
                        Role.CASE_OFFICER,
                        Role.LEGAL_REVIEWER),
                Door.to("/cases/*/property/**", Role.CASE_OFFICER),
                Door.to(HttpMethod.GET, "/facilities/**", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/facilities/**", Role.CASE_OFFICER));
    }
}
