package org.nostos.lists.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.FieldRole;
import org.nostos.lists.Difference.Kept;
import org.nostos.lists.Difference.NumberUse;
import org.nostos.lists.Difference.Reused;
import org.nostos.lists.RowComparison.Likeness;

/// What a machine can say of two versions, before anybody said anything: it depends on the records
/// alone and holds no value of them.
///
/// @param tied rows that are the same by number, or by saying the same in every field
/// @param alike how alike the others are
/// @param says for each row, what it says as a number: two rows with one number say the same
/// @param numberOf for each row that counts by number, its number as another number
public record Likenesses(
        List<UUID> older,
        List<UUID> newer,
        NumberUse numbers,
        List<Kept> tied,
        List<Likeness> alike,
        List<Reused> reused,
        Map<UUID, Integer> says,
        Map<UUID, Integer> numberOf,
        Set<FieldRole> onlyOlder,
        Set<FieldRole> onlyNewer) {}
