package org.nostos.requests.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.identity.ClearedToAsk;
import org.nostos.identity.NationalityRule;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Disclosing;
import org.nostos.requests.RequestRule;
import org.springframework.stereotype.Component;

/// Lets a state be asked whose national somebody is by a clearance for that state and that request alone.
@Component
class NationalityAsked implements ClearedToAsk {

    private final Disclosing disclosing;

    NationalityAsked(Disclosing disclosing) {
        this.disclosing = disclosing;
    }

    @Override
    public List<Unmet> missing(List<UUID> persons, StateCode state) {
        List<Unmet> open = disclosing.missing(persons, state, AskedFor.NATIONALITY);
        if (open.isEmpty()) {
            return List.of();
        }
        List<Unmet> missing = new ArrayList<>();
        missing.add(Unmet.of(NationalityRule.NOT_CLEARED, state.value()));
        open.stream().filter(one -> one.rule() != RequestRule.NOT_CLEARED).forEach(missing::add);
        return missing;
    }
}
