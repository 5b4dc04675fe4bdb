package org.nostos.postgres;

/// Where the installed database is, the passwords of its serving roles, and the key of the house, which
/// is never kept in the database itself.
///
/// `toString` never shows a password.
public record DatabaseAccess(
        String url,
        String ownerPassword,
        String appPassword,
        String doorPassword,
        String journalPassword,
        String houseKey) {

    /// The role that owns the schema and migrates it.
    public static final String OWNER = "nostos_owner";

    /// The role that serves pages and jobs.
    public static final String APP = "nostos_app";

    /// The role that checks passwords and opens sessions.
    public static final String DOOR = "nostos_door";

    /// The name of the house's key among the secrets.
    public static final String HOUSE_KEY = "house_key";

    /// The role that chains and seals the journal.
    public static final String JOURNAL = "nostos_journal";

    @Override
    public String toString() {
        return "DatabaseAccess[" + url.replaceAll("\\?.*", "") + "]";
    }
}
