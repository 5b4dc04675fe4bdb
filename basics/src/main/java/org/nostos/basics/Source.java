package org.nostos.basics;

import java.util.UUID;

/// Where a value comes from: one row of one version of a list, as its party handed it in.
///
/// `line` counts from 1 and is the line of the file where the row begins.
public record Source(UUID list, UUID version, UUID record, long line) {}
