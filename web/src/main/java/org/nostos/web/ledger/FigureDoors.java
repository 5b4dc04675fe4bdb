package org.nostos.web.ledger;

import java.util.Arrays;
import java.util.List;
import org.nostos.basics.Role;
import org.nostos.web.Doors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// Analysts keep the ledger; everybody who is signed in reads what is published of it.
@Component
class FigureDoors implements Doors {

    private static final Role[] EVERYBODY =
            Arrays.stream(Role.values()).filter(role -> role != Role.ENGINE).toArray(Role[]::new);

    @Override
    public List<Door> doors() {
        return List.of(
                Door.to(HttpMethod.GET, "/figures/new", Role.ANALYST),
                Door.to(HttpMethod.GET, "/figures/beside", Role.CASE_OFFICER, Role.LEGAL_REVIEWER),
                Door.to(HttpMethod.GET, "/figures/*/correct", Role.ANALYST),
                Door.to(HttpMethod.GET, "/figures/**", EVERYBODY),
                Door.to("/figures/**", Role.ANALYST),
                Door.to("/articles/**", Role.ANALYST));
    }
}
