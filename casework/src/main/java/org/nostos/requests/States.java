package org.nostos.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.StateCode;

/// The directory of states, as far as the caller may see it. Every method needs a running transaction.
public interface States {

    /// All of them, by name.
    List<StateEntry> all();

    Optional<StateEntry> byCode(StateCode code);

    void add(StateEntry state, UUID act);

    /// Those in use first, then those that ended.
    List<StateContact> contacts(StateCode state);

    void add(StateContact contact, UUID act);

    void end(UUID contact, String reason, UUID act);

    /// The latest in force first.
    List<StateAgreement> agreements(StateCode state);

    void add(StateAgreement agreement, UUID act);

    /// The latest first.
    List<StateSaid> said(StateCode state);

    void add(StateSaid said, UUID act);

    /// What came of the notes that were sent, for each state that was asked, by its name.
    List<Scorecard> scorecards(LocalDate on);

    /// The same of those whom the state was asked to receive though they are not its nationals.
    List<Scorecard> asThirdState(LocalDate on);
}
