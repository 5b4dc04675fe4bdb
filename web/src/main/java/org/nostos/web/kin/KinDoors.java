package org.nostos.web.kin;

import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// Case officers act; legal reviewers read, and are the second hand on a tie.
@Component
class KinDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to(
                        HttpMethod.POST,
                        "/cases/*/family/ties/*",
                        Role.CASE_OFFICER,
                        Role.LEGAL_REVIEWER),
                Door.to(
                        HttpMethod.POST,
                        "/cases/*/family/care/*/confirm",
                        Role.CASE_OFFICER,
                        Role.LEGAL_REVIEWER),
                Door.to(HttpMethod.POST, "/cases/*/family/**", Role.CASE_OFFICER),
                Door.to("/cases/*/family", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/children", Role.CASE_OFFICER, Role.LEGAL_REVIEWER));
    }
}
