package org.nostos.postgres.backup;

import java.io.IOException;

/// A file that is no backup, is not whole, does not open, or does not fit where it should go. The
/// message says which, and what to do; it repeats nothing of the content.
public final class BackupRefused extends IOException {
    private static final long serialVersionUID = 1;

    public BackupRefused(String message) {
        super(message);
    }

    public BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
