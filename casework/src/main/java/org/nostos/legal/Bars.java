package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.StateCode;

/// What was said and done about bars, as far as the caller may see it. Every method needs a running
/// transaction.
public interface Bars {

    /// Everything about the bars of somebody who is known under these persons, in the order recorded.
    List<BarEvent> of(Collection<UUID> persons);

    /// What was put before the independent body under this person for this bar, in the order recorded;
    /// nothing while nothing waits for it.
    List<BarEvent> beforeBody(UUID person, StateCode destination, Ground ground);

    void add(BarEvent event, UUID act);

    /// The bars of everybody that are asked for.
    List<BarLine> waiting(BarQuestion question, int offset, int most);

    /// How many of them there are.
    long count(BarQuestion question);

    /// How many bars wait, by what they wait for.
    Map<BarLine.Waits, Long> counts();
}
