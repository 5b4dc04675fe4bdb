package org.nostos.web.nationality;

import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// Case officers act; legal reviewers read, and are the second hand.
@Component
class NationalityDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to(
                        HttpMethod.POST,
                        "/cases/*/nationality/events/*/confirm",
                        Role.CASE_OFFICER,
                        Role.LEGAL_REVIEWER),
                Door.to(HttpMethod.POST, "/cases/*/nationality/**", Role.CASE_OFFICER),
                Door.to("/cases/*/nationality", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/statelessness", Role.CASE_OFFICER, Role.LEGAL_REVIEWER));
    }
}
