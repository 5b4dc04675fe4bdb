package org.nostos.web.nationality;

import java.util.HashMap;
import java.util.Map;
import org.nostos.basics.StateCode;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.Party;
import org.springframework.stereotype.Component;

/// What the states are called that are parties here.
@Component
class StateNames {

    private final AccountKeeping keeping;

    StateNames(AccountKeeping keeping) {
        this.keeping = keeping;
    }

    Map<StateCode, String> names() {
        Map<StateCode, String> names = new HashMap<>();
        for (Party party : keeping.parties()) {
            if (party.state() != null) {
                names.put(party.state(), party.name());
            }
        }
        return names;
    }
}
