package org.nostos.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;

class ClusterBuilderTest {

    private static RecordTable table(int size) {
        RecordTable.Builder builder = RecordTable.builder();
        for (int i = 0; i < size; i++) {
            builder.add("r" + i, Map.of(FieldRole.GIVEN_NAME, List.of("Oak")));
        }
        return builder.build();
    }

    private static void join(ClusterBuilder clusters, int left, int right, double weight) {
        double probability = Math.pow(2, weight) / (1 + Math.pow(2, weight));
        clusters.accept("r" + left, "r" + right, probability, weight);
    }

    @Test
    void recordsJoinedByPairsAreOneCluster() {
        ClusterBuilder builder = ClusterBuilder.of(table(5), Constraints.none(), .9);
        join(builder, 0, 1, 9);
        join(builder, 1, 2, 8);
        join(builder, 3, 4, -2);
        Clusters clusters = builder.build();
        assertThat(clusters.clusterOf()).containsEntry("r1", "r0").containsEntry("r2", "r0");
        assertThat(clusters.clusterOf()).containsEntry("r3", "r3").containsEntry("r4", "r4");
        assertThat(clusters.count()).isEqualTo(3);
    }

    @Test
    void recordsJudgedDifferentNeverMeetNotEvenByWayOfAThird() {
        Constraints constraints = Constraints.none().withCannotLink("r0", "r2");
        ClusterBuilder builder = ClusterBuilder.of(table(3), constraints, .9);
        join(builder, 0, 1, 9);
        join(builder, 1, 2, 8);
        Map<String, String> clusterOf = builder.build().clusterOf();
        assertThat(clusterOf.get("r0")).isNotEqualTo(clusterOf.get("r2"));
    }

    @Test
    void recordsJudgedTheSameAreTogetherWithoutAPair() {
        Constraints constraints = Constraints.none().withMustLink("r1", "r2");
        Map<String, String> clusterOf =
                ClusterBuilder.of(table(3), constraints, .9).build().clusterOf();
        assertThat(clusterOf).containsEntry("r2", "r1").containsEntry("r0", "r0");
    }

    @Test
    void oneChancePairDoesNotMakeOnePersonOfTwoWhoAreWellAttested() {
        ClusterBuilder builder = ClusterBuilder.of(table(8), Constraints.none(), .9);
        for (int group = 0; group < 8; group += 4) {
            for (int i = group; i < group + 4; i++) {
                for (int j = i + 1; j < group + 4; j++) {
                    join(builder, i, j, 12);
                }
            }
        }
        join(builder, 3, 4, 5);
        assertThat(builder.build().count()).isEqualTo(2);
    }
}
