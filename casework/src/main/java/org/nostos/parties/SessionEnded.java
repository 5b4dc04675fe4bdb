package org.nostos.parties;

/// The caller's session is no longer open: it was ended, grew too old, or its account was closed.
/// The transaction that should have begun with it did not begin.
public final class SessionEnded extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SessionEnded(Throwable cause) {
        super("this session is not open", cause);
    }
}
