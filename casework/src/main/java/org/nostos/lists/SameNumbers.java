package org.nostos.lists;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.nostos.lists.internal.RowNumbers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Records of neighbouring versions of one list that carry the same number of that list, where its
/// numbers hold: a reason to ask whether they are one person, and no answer. Thread-safe.
@Service
public class SameNumbers {

    private final Versions versions;
    private final Records records;

    SameNumbers(Versions versions, Records records) {
        this.versions = versions;
        this.records = records;
    }

    /// Gives every such pair, of all lists that the caller may see.
    @Transactional(readOnly = true)
    public void forEach(BiConsumer<UUID, UUID> each) {
        for (VersionPair pair : versions.neighbours()) {
            List<AcceptedRecord> older = records.ofVersion(pair.older());
            List<AcceptedRecord> newer = records.ofVersion(pair.newer());
            RowNumbers.of(older, newer)
                    .same()
                    .forEach(tied -> each.accept(tied.older().id(), tied.newer().id()));
        }
    }
}
