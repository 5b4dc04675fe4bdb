package org.nostos.identity;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;

/// What is missing before a state may be asked whose national somebody is: to ask is to tell. Every method needs a
/// running transaction.
public interface ClearedToAsk {

    /// Nothing, once a clearance lets this state be told of the person known under these ids for that.
    List<Unmet> missing(List<UUID> persons, StateCode state);
}
