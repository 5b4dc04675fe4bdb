package org.nostos.postgres;

/// Where the installed database is, and the passwords of its serving roles.
///
/// `toString` never shows a password.
public record DatabaseAccess(
        String url,
        String ownerPassword,
        String appPassword,
        String doorPassword,
        String journalPassword) {

    /// The role that owns the schema and migrates it.
    public static final String OWNER = "nostos_owner";

    /// The role that serves pages and jobs.
    public static final String APP = "nostos_app";

    /// The role that checks passwords and opens sessions.
    public static final String DOOR = "nostos_door";

    /// The role that chains and seals the journal.
    public static final String JOURNAL = "nostos_journal";

    @Override
    public String toString() {
        return "DatabaseAccess[" + url.replaceAll("\\?.*", "") + "]";
    }
}
