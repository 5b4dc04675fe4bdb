package org.nostos.lists;

import java.util.UUID;

/// A version of a list was accepted and its records stand. Published within the accepting
/// transaction, after the records: a listener that throws undoes the acceptance.
///
/// `act` is the act of accepting, for the facts that listeners add.
public record ListAccepted(UUID version, UUID party, UUID act, long records) {}
