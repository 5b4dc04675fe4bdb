package org.nostos.identity;

import java.util.function.Supplier;
import org.nostos.identity.internal.EngineRoom;
import org.springframework.stereotype.Component;

/// Work in the background that is done as the engine, for rooms above: in transactions of its own. The
/// engine reads and lists; it decides nothing. Thread-safe.
@Component
public class EngineWork {

    private final EngineRoom engine;

    EngineWork(EngineRoom engine) {
        this.engine = engine;
    }

    /// Whether there is an engine to call as: there is none before the committee was founded.
    public boolean isOpen() {
        return engine.isOpen();
    }

    /// Reads as the engine in one transaction.
    ///
    /// @throws IllegalStateException before there is a committee
    public <T> T read(Supplier<T> work) {
        return engine.read(work);
    }

    /// Writes as the engine in one transaction.
    ///
    /// @throws IllegalStateException before there is a committee
    public <T> T write(Supplier<T> work) {
        return engine.write(work);
    }
}
