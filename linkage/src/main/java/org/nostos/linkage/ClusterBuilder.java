package org.nostos.linkage;

import java.util.Map;
import org.nostos.linkage.internal.Clustering;

/// Collects pairs and puts records together into clusters.
///
/// Pairs are taken from the most probable down. Records that a human judged different never come
/// into one cluster, also not by way of others. Two clusters are not joined by a single bridge that
/// the other pairs between them speak against. Not for several threads.
public final class ClusterBuilder implements PairSink {
    private final Clustering clustering;

    private ClusterBuilder(Clustering clustering) {
        this.clustering = clustering;
    }

    /// @param at the least probability of a pair that joins
    public static ClusterBuilder of(RecordTable table, Constraints constraints, double at) {
        return new ClusterBuilder(new Clustering(table, constraints, at));
    }

    @Override
    public void accept(String left, String right, double probability, double weight) {
        clustering.add(left, right, weight);
    }

    public Clusters build() {
        Map<String, String> clusterOf = clustering.clusterOf();
        return new Clusters(clustering.ids(), clusterOf);
    }
}
