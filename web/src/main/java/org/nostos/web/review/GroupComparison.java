package org.nostos.web.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nostos.basics.FieldRole;
import org.nostos.identity.ClusterFile;
import org.nostos.identity.ClusterFile.Conflict;
import org.nostos.identity.ClusterFile.Member;
import org.nostos.identity.ClusterFile.Tie;

/// A group as a table: one line for each record, with the fields that any of them gives, and the pairs
/// that tie it or speak against it.
///
/// @param kept the ids of the records that are not barred by what a human said
/// @param pairs the pairs that something is known of: proposed, judged, flagged or in conflict
public record GroupComparison(
        List<FieldRole> roles, Set<java.util.UUID> kept, List<Tie> pairs, long unproposed) {

    static GroupComparison of(ClusterFile file) {
        Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
        file.members().forEach(member -> roles.addAll(member.record().values().keySet()));
        List<Tie> pairs = new ArrayList<>();
        for (Tie tie : file.ties()) {
            boolean against = file.conflicts().stream().anyMatch(c -> c.pair().equals(tie.pair()));
            if (tie.proposal() != null || against || !tie.flags().isEmpty()) {
                pairs.add(tie);
            }
        }
        return new GroupComparison(
                List.copyOf(roles),
                kept(file),
                pairs,
                file.ties().stream().filter(tie -> tie.proposal() == null).count());
    }

    private static Set<java.util.UUID> kept(ClusterFile file) {
        Set<java.util.UUID> out =
                file.conflicts().stream()
                        .filter(conflict -> conflict.kind().blocks())
                        .map(conflict -> file.members().get(conflict.other() - 1).id())
                        .collect(Collectors.toSet());
        return file.members().stream()
                .map(Member::id)
                .filter(id -> !out.contains(id))
                .collect(Collectors.toSet());
    }

    /// What speaks against two of the records.
    public static List<Conflict> against(ClusterFile file, Tie tie) {
        return file.conflicts().stream().filter(c -> c.pair().equals(tie.pair())).toList();
    }
}
