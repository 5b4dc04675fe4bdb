package org.nostos.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.identity.LinkingRun.Ended;

/// The linking runs. They name nobody, and every caller may know of them. Every method needs a
/// running transaction.
public interface Runs {

    void ask(UUID run, UUID act);

    void start(UUID run, UUID act);

    void cover(UUID run, UUID by, UUID act);

    void end(UUID run, Ended ended, UUID act);

    /// Lets the database count its tables anew, so that questions to a run just written are planned
    /// well. The engine alone may.
    void settle();

    /// The runs that have not ended, the latest asked first.
    List<LinkingRun> open();

    /// All runs, the latest asked first.
    List<LinkingRun> latest(int most);

    Optional<LinkingRun> latestFinished();
}
