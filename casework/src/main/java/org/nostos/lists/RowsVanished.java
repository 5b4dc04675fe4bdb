package org.nostos.lists;

import java.util.List;
import java.util.UUID;

/// These records of the older version are not on the newer, which is the list's latest. Published within
/// the transaction of the act that found it: a listener that throws undoes it.
public record RowsVanished(VersionPair pair, UUID party, List<UUID> records, UUID act) {

    public RowsVanished {
        records = List.copyOf(records);
    }
}
