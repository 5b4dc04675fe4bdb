package org.nostos.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows what lists say of people under headings that no use was found for, as part of the reading of
/// a person. Thread-safe.
@Service
public class KeptReading {

    private final Records records;

    public KeptReading(Records records) {
        this.records = records;
    }

    /// What is kept of these records, by record, in the order of the list's columns.
    @Transactional(readOnly = true)
    public Map<UUID, List<KeptCell>> of(Collection<UUID> ids) {
        return records.kept(ids);
    }
}
