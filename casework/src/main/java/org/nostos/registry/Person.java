package org.nostos.registry;

import java.util.UUID;

/// A person as one record knows them, under a number that is never given to anybody else.
///
/// `ordinal` orders persons by when they came: of several who are one, the lowest leads.
public record Person(UUID id, String number, long ordinal, UUID record) {}
