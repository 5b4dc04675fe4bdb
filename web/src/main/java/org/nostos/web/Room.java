package org.nostos.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nostos.basics.Role;

/// A room of the side list, in the order of the work: its address, its key after G, and whose it is.
///
/// A room stands here only when its page exists. The list decides what is shown, not what is allowed:
/// the database decides that.
public enum Room {
    DESK(Group.TODAY, "/desk", "KeyD", EnumSet.of(Role.CONSULAR_OFFICER)),
    ARRIVALS(Group.TODAY, "/arrivals", "KeyA", EnumSet.of(Role.CONSULAR_OFFICER)),
    LEAVING(Group.TODAY, "/leaving", "KeyX", EnumSet.of(Role.INTAKE_OFFICER)),
    OVERVIEW(Group.TODAY, "/", "KeyO", everybodyBut(Role.ADMINISTRATOR, Role.ANALYST)),
    DUE(Group.TODAY, "/due", "KeyD", keepersOfCases()),
    CALENDAR(Group.TODAY, "/calendar", "KeyC", keepersOfCases()),
    ALARMS(Group.TODAY, "/alarms", "KeyA", keepersOfCases()),
    TASKS(Group.TODAY, "/tasks", "KeyT", caseworkers()),
    LISTS(Group.WHO_IS_WHO, "/lists", "KeyL", caseworkers()),
    REVIEW(
            Group.WHO_IS_WHO,
            "/review",
            "KeyR",
            EnumSet.of(Role.IDENTITY_REVIEWER, Role.SECOND_REVIEWER)),
    SPLITS(
            Group.WHO_IS_WHO,
            "/splits",
            "KeyX",
            EnumSet.of(Role.IDENTITY_REVIEWER, Role.SECOND_REVIEWER)),
    MODEL(
            Group.WHO_IS_WHO,
            "/model",
            "KeyM",
            EnumSet.of(Role.IDENTITY_REVIEWER, Role.SECOND_REVIEWER, Role.ADMINISTRATOR)),
    AGREEMENT(
            Group.WHO_IS_WHO,
            "/agreement",
            "KeyI",
            EnumSet.of(
                    Role.IDENTITY_REVIEWER,
                    Role.SECOND_REVIEWER,
                    Role.MONITOR,
                    Role.ADMINISTRATOR)),
    COMPARE(Group.WHO_IS_WHO, "/compare", "KeyC", caseworkers()),
    PEOPLE(
            Group.WHO_IS_WHO,
            "/people",
            "KeyP",
            EnumSet.of(
                    Role.INTAKE_OFFICER,
                    Role.IDENTITY_REVIEWER,
                    Role.SECOND_REVIEWER,
                    Role.CASE_OFFICER,
                    Role.LEGAL_REVIEWER)),
    STATELESSNESS(
            Group.WHO_IS_WHO,
            "/statelessness",
            "KeyW",
            EnumSet.of(Role.CASE_OFFICER, Role.LEGAL_REVIEWER)),
    CHILDREN(
            Group.WHO_IS_WHO,
            "/children",
            "KeyH",
            EnumSet.of(Role.CASE_OFFICER, Role.LEGAL_REVIEWER)),
    GLASS(
            Group.WHO_IS_WHO,
            "/glass",
            "KeyB",
            EnumSet.of(Role.IDENTITY_REVIEWER, Role.SECOND_REVIEWER)),
    CASES(Group.CASEWORK, "/cases", "KeyF", keepersOfCases()),
    PLAN(Group.CASEWORK, "/plan", "KeyN", keepersOfCases()),
    NOTES(Group.CASEWORK, "/notes", "KeyQ", keepersOfCases()),
    STATES(Group.CASEWORK, "/states", "KeyV", keepersOfCases()),
    BARS(
            Group.CASEWORK,
            "/bars",
            "KeyZ",
            EnumSet.of(Role.CASE_OFFICER, Role.LEGAL_REVIEWER, Role.INDEPENDENT_REVIEWER)),
    ASSURANCES(
            Group.CASEWORK,
            "/assurances",
            "KeyY",
            EnumSet.of(Role.CASE_OFFICER, Role.LEGAL_REVIEWER)),
    EVIDENCE(Group.CASEWORK, "/evidence", "KeyE", keepersOfCases()),
    WORDS(
            Group.CASEWORK,
            "/words",
            "KeyS",
            EnumSet.of(
                    Role.INTAKE_OFFICER,
                    Role.IDENTITY_REVIEWER,
                    Role.SECOND_REVIEWER,
                    Role.CASE_OFFICER,
                    Role.LEGAL_REVIEWER)),
    COSTS(Group.CASEWORK, "/costs", "KeyU", EnumSet.of(Role.CASE_OFFICER)),
    CLIENTS(Group.CASEWORK, "/clients", "KeyZ", EnumSet.of(Role.COUNSEL)),
    FACILITIES(Group.CASEWORK, "/facilities", "KeyG", keepersOfCases()),
    TRANSFERS(
            Group.CASEWORK,
            "/transfers",
            "KeyT",
            EnumSet.of(Role.CASE_OFFICER, Role.LEGAL_REVIEWER, Role.MONITOR)),
    FIGURES(Group.SAID, "/figures", "KeyK", everybodyBut()),
    ARTICLES(Group.SAID, "/articles", "KeyA", EnumSet.of(Role.ANALYST)),
    JOURNAL(
            Group.HOUSE,
            "/journal",
            "KeyJ",
            EnumSet.of(
                    Role.IDENTITY_REVIEWER,
                    Role.SECOND_REVIEWER,
                    Role.MONITOR,
                    Role.ADMINISTRATOR)),
    USERS(Group.HOUSE, "/users", "KeyU", EnumSet.of(Role.ADMINISTRATOR)),
    KEEPERS(Group.HOUSE, "/keepers", "KeyV", EnumSet.of(Role.ADMINISTRATOR, Role.SECOND_REVIEWER)),
    RETENTION(
            Group.HOUSE,
            "/retention",
            "KeyE",
            EnumSet.of(
                    Role.INTAKE_OFFICER,
                    Role.IDENTITY_REVIEWER,
                    Role.SECOND_REVIEWER,
                    Role.ADMINISTRATOR)),
    SETTINGS(Group.HOUSE, "/settings", "KeyS", EnumSet.of(Role.ADMINISTRATOR));

    /// A heading of the side list.
    public enum Group {
        TODAY,
        WHO_IS_WHO,
        CASEWORK,
        SAID,
        HOUSE;

        /// The end of its message's key.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Group group;
    private final String path;
    private final String goKey;
    private final Set<Role> roles;

    Room(Group group, String path, String goKey, Set<Role> roles) {
        this.group = group;
        this.path = path;
        this.goKey = goKey;
        this.roles = roles;
    }

    /// The rooms that an account in this role finds in its side list.
    public static List<Room> of(Role role) {
        return Arrays.stream(values()).filter(room -> room.roles.contains(role)).toList();
    }

    public Group group() {
        return group;
    }

    public String path() {
        return path;
    }

    /// The place of the key, as `KeyboardEvent.code` names it.
    public String goKey() {
        return goKey;
    }

    /// The end of its message's key.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Set<Role> caseworkers() {
        return EnumSet.of(Role.INTAKE_OFFICER, Role.IDENTITY_REVIEWER, Role.SECOND_REVIEWER);
    }

    private static Set<Role> keepersOfCases() {
        return EnumSet.of(Role.CASE_OFFICER, Role.LEGAL_REVIEWER);
    }

    private static Set<Role> everybodyBut(Role... roles) {
        return EnumSet.complementOf(EnumSet.of(Role.ENGINE, roles));
    }
}
