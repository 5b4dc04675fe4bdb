package org.nostos.web.people;

import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// Whoever keeps a person's case sees who else was shown that person.
@Component
class PeopleDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to(
                        HttpMethod.GET,
                        "/people/*/reads",
                        Role.INTAKE_OFFICER,
                        Role.IDENTITY_REVIEWER,
                        Role.SECOND_REVIEWER,
                        Role.CASE_OFFICER,
                        Role.LEGAL_REVIEWER));
    }
}
