package org.nostos.evidence;

import java.util.UUID;
import org.nostos.basics.Stamp;

/// That an item speaks of a person, or that it was found not to.
public record EvidenceLink(Stamp stamp, UUID item, boolean ends, String reason) {}
