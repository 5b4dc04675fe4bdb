package org.nostos.lists.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// How far the work on a version has come while nothing of it is committed. It is forgotten when this
/// process ends, and the work begins anew then. Thread-safe.
@Component
public class UnderWay {

    /// So much of so much, in bytes or in rows.
    public record Measure(long done, long total) {}

    private final Map<UUID, Measure> measures = new ConcurrentHashMap<>();

    public Optional<Measure> of(UUID version) {
        return Optional.ofNullable(measures.get(version));
    }

    void at(UUID version, long done, long total) {
        measures.put(version, new Measure(Math.min(done, total), total));
    }

    void end(UUID version) {
        measures.remove(version);
    }
}
