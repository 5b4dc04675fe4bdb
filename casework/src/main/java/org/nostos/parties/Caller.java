package org.nostos.parties;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Actor;
import org.nostos.basics.Role;

/// Who is calling, and the proof of it: the session that the database knows and its secret.
///
/// Every transaction begins by entering with the current caller's proof; without a caller it sees
/// nothing. A request is bound to its caller by a filter; work in the background binds one itself with
/// [#run]. The binding ends with the block and is not inherited by other threads. Immutable.
public final class Caller {

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    private final Actor actor;
    private final PartyKind partyKind;
    private final String partyName;
    private final String displayName;
    private final UUID session;
    private final byte[] secret;

    public Caller(
            Actor actor,
            PartyKind partyKind,
            String partyName,
            String displayName,
            UUID session,
            byte[] secret) {
        this.actor = actor;
        this.partyKind = partyKind;
        this.partyName = partyName;
        this.displayName = displayName;
        this.session = session;
        this.secret = secret.clone();
    }

    /// The caller this thread is bound to, if it is bound.
    public static Optional<Caller> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// The caller this thread is bound to.
    ///
    /// @throws NoSuchElementException when nobody is calling
    public static Caller required() {
        return current().orElseThrow(() -> new NoSuchElementException("nobody is calling"));
    }

    /// Runs the work as this caller.
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /// Calls the work as this caller and returns what it returns.
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).<T, X>call(work::call);
    }

    public Actor actor() {
        return actor;
    }

    public UUID account() {
        return actor.account();
    }

    public UUID party() {
        return actor.party();
    }

    public Role role() {
        return actor.role();
    }

    public PartyKind partyKind() {
        return partyKind;
    }

    public String partyName() {
        return partyName;
    }

    public String displayName() {
        return displayName;
    }

    public UUID session() {
        return session;
    }

    /// The secret that proves the session. It never leaves the process but to the database.
    public byte[] secret() {
        return secret.clone();
    }

    /// Names the account and the session, never the secret.
    @Override
    public String toString() {
        return "Caller[account="
                + actor.account()
                + ", role="
                + actor.role()
                + ", session="
                + session
                + "]";
    }
}
