package org.nostos.identity.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.nostos.parties.Caller;
import org.nostos.parties.SigningIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Where work is done as the engine: in transactions of its own, apart from any that is running.
@Component
public class EngineRoom {

    private static final long SESSION_KEPT_NANOS = 3_600_000_000_000L;

    private final SigningIn signingIn;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private Optional<Caller> engine = Optional.empty();
    private long enteredAt;

    EngineRoom(SigningIn signingIn, PlatformTransactionManager transactions) {
        this.signingIn = signingIn;
        this.writing = template(transactions, false);
        this.reading = template(transactions, true);
    }

    /// Whether there is an engine to call as: there is none before the committee was founded.
    public boolean isOpen() {
        return engine().isPresent();
    }

    /// Reads as the engine in one transaction.
    ///
    /// @throws IllegalStateException before there is a committee
    public <T> T read(Supplier<T> work) {
        return caller().call(() -> result(reading, work));
    }

    /// Writes as the engine in one transaction.
    ///
    /// @throws IllegalStateException before there is a committee
    public <T> T write(Supplier<T> work) {
        return caller().call(() -> result(writing, work));
    }

    private static <T> T result(TransactionTemplate transaction, Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("work in the engine room gives a result");
        }
        return result;
    }

    private Caller caller() {
        return engine().orElseThrow(() -> new IllegalStateException("there is no engine yet"));
    }

    /// A session lasts hours; it is renewed well before.
    private synchronized Optional<Caller> engine() {
        long now = System.nanoTime();
        if (engine.isEmpty() || now - enteredAt > SESSION_KEPT_NANOS) {
            engine = signingIn.engine();
            enteredAt = now;
        }
        return engine;
    }

    private static TransactionTemplate template(
            PlatformTransactionManager transactions, boolean readOnly) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.setReadOnly(readOnly);
        return template;
    }
}
