package org.nostos.custody;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What persons want consuls to know. Asked before anything by name goes to a state. Thread-safe.
@Service
@Transactional(readOnly = true)
public class ConsularChoices {

    private final Told told;

    ConsularChoices(Told told) {
        this.told = told;
    }

    /// The choice of the person known under these ids about this state; not asked, if nobody has.
    public ConsularChoice of(List<UUID> persons, StateCode state, AsOf asOf) {
        return ConsularChoice.of(told.choices(persons), state, asOf);
    }

    /// The choice that counts for each state that the person was ever asked about.
    public Map<StateCode, ConsularChoice> each(List<UUID> persons, AsOf asOf) {
        return ConsularChoice.each(told.choices(persons), asOf);
    }
}
