package org.nostos.web.cases;

import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// Cases are the committee's: its officers keep them, its legal reviewers read them.
@Component
class CasesDoors implements Doors {

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to(HttpMethod.POST, "/cases", Role.CASE_OFFICER),
                Door.to(HttpMethod.GET, "/cases", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to(HttpMethod.GET, "/cases/*", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to(HttpMethod.GET, "/cases/*/why-not", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/alarms/**", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/due", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to(HttpMethod.GET, "/calendar", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to("/plan", Role.CASE_OFFICER, Role.LEGAL_REVIEWER));
    }
}
