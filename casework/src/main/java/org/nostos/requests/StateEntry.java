package org.nostos.requests;

import org.nostos.basics.StateCode;

/// A state of the directory. Whether it has a desk of its own in this house is another matter.
public record StateEntry(StateCode code, String name) {}
