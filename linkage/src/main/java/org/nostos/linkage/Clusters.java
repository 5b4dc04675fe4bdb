package org.nostos.linkage;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Records put together into people, as far as the engine would: a proposal, never a judgement.
///
/// A cluster is named by the id of its first record in the table. Every record stands in exactly one.
public record Clusters(List<String> ids, Map<String, String> clusterOf) {
    public Clusters {
        ids = List.copyOf(ids);
        clusterOf = Collections.unmodifiableMap(new HashMap<>(clusterOf));
    }

    /// How many people there would be.
    public long count() {
        return clusterOf.values().stream().distinct().count();
    }
}
