package org.nostos.requests.internal;

import java.util.Collection;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.requests.ConsularWish;
import org.springframework.stereotype.Component;

/// No choice is recorded in this house yet: nobody counts as asked.
@Component
class NobodyAsked implements ConsularWish {

    @Override
    public Choice of(Collection<UUID> persons, StateCode state) {
        return Choice.NOT_ASKED;
    }
}
