package org.nostos.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Where summaries are kept. The engine alone writes them. Every method needs a running transaction.
public interface CaseSummaries {

    /// Says that this person's summary is to be worked out anew. Anybody who did an act on a case may.
    void touch(UUID person);

    /// The same of many.
    void touch(Collection<UUID> persons);

    /// A person whose summary is to be worked out anew, and how often that had been asked by now.
    record Touched(UUID person, long asked) {}

    /// Persons whose summary is to be worked out anew, those who wait longest first.
    List<Touched> touched(int most);

    /// Persons with a case whose summary was worked out before this day.
    List<Touched> olderThan(LocalDate day, int most);

    /// Persons with a case of whom somebody should have said by this moment that they came, and whose
    /// summary does not know yet that nobody did.
    List<Touched> notReceived(Instant at, int most);

    /// Puts each summary in the place of those of its persons, for `day`; removes it when none of them
    /// has a case. Whoever was touched again meanwhile stays to be worked out anew.
    void put(List<Touched> touched, List<CaseSummary> summaries, LocalDate day);
}
