package org.nostos.parties;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator does: adds parties, opens and closes accounts.
///
/// The database refuses all of it to anybody else. Thread-safe.
@Service
@Transactional
public class AccountKeeping {

    /// What came of opening an account: its one-time link's token, or what stands in the way.
    public sealed interface Opening {
        record Opened(UUID account, String token) implements Opening {}

        record Refused(List<Obstacle> obstacles) implements Opening {}
    }

    private final Acts acts;
    private final Parties parties;
    private final Accounts accounts;
    private final OneTimeLinks links;

    public AccountKeeping(Acts acts, Parties parties, Accounts accounts, OneTimeLinks links) {
        this.acts = acts;
        this.parties = parties;
        this.accounts = accounts;
        this.links = links;
    }

    @Transactional(readOnly = true)
    public List<Party> parties() {
        return parties.all();
    }

    @Transactional(readOnly = true)
    public List<Account> accounts() {
        return accounts.all();
    }

    /// Adds a party and returns its id.
    public UUID addParty(PartyKind kind, String name, @Nullable StateCode state) {
        UUID id = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of("parties.party-added", Purpose.ADMINISTRATION, Map.of("party", id)));
        parties.add(new Party(id, kind, name.strip(), state), act);
        return id;
    }

    /// Opens an account and invites its person.
    public Opening open(UUID party, Role role, String login, String displayName) {
        Party at =
                parties.byId(party)
                        .orElseThrow(() -> new IllegalArgumentException("no such party"));
        List<Obstacle> obstacles = obstacles(at, role, login, displayName);
        if (!obstacles.isEmpty()) {
            return new Opening.Refused(obstacles);
        }
        UUID id = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                "parties.account-opened",
                                Purpose.ADMINISTRATION,
                                Map.of("account", id)));
        accounts.add(
                new Account(id, party, at.name(), role, login, displayName.strip(), false), act);
        return new Opening.Opened(id, invite(id));
    }

    /// A new one-time link for somebody who lost theirs, or their password.
    ///
    /// @throws NoSuchElementException when there is no such account
    public String inviteAgain(UUID account) {
        requireKnown(account);
        acts.record(
                Act.of(
                        "parties.invited-again",
                        Purpose.ADMINISTRATION,
                        Map.of("account", account)));
        return invite(account);
    }

    /// Closes an account for good. An administrator cannot close their own.
    public List<Obstacle> close(UUID account, String reason) {
        requireKnown(account);
        if (account.equals(Caller.required().account())) {
            return List.of(Obstacle.of("obstacle.parties.own-account"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "parties.account-closed",
                                        Purpose.ADMINISTRATION,
                                        Map.of("account", account))
                                .withReason(reason));
        accounts.close(account, act);
        return List.of();
    }

    /// The roles that people of such a party can have.
    public static Set<Role> rolesOf(PartyKind kind) {
        return switch (kind) {
            case HOLDING_AUTHORITY -> EnumSet.of(Role.INTAKE_OFFICER);
            case STATE -> EnumSet.of(Role.INTAKE_OFFICER, Role.CONSULAR_OFFICER);
            case COORDINATING_COMMITTEE ->
                    EnumSet.of(
                            Role.INTAKE_OFFICER,
                            Role.IDENTITY_REVIEWER,
                            Role.SECOND_REVIEWER,
                            Role.CASE_OFFICER,
                            Role.LEGAL_REVIEWER,
                            Role.ANALYST,
                            Role.ADMINISTRATOR);
            case REVIEW_BODY -> EnumSet.of(Role.INDEPENDENT_REVIEWER);
            case LEGAL_AID -> EnumSet.of(Role.COUNSEL);
            case MONITOR -> EnumSet.of(Role.MONITOR);
        };
    }

    static boolean isLogin(String login) {
        return login.matches("[a-z0-9][a-z0-9._-]{1,63}");
    }

    private void requireKnown(UUID account) {
        if (accounts.byId(account).isEmpty()) {
            throw new NoSuchElementException("no such account: " + account);
        }
    }

    private String invite(UUID account) {
        String token = links.newToken();
        accounts.invite(account, OneTimeLinks.hash(token), OneTimeLinks.INVITATION_LASTS);
        return token;
    }

    private List<Obstacle> obstacles(Party at, Role role, String login, String displayName) {
        if (!rolesOf(at.kind()).contains(role)) {
            return List.of(Obstacle.of("obstacle.parties.role-of-party"));
        }
        if (!isLogin(login)) {
            return List.of(Obstacle.of("obstacle.parties.login-form"));
        }
        if (displayName.isBlank() || displayName.length() > 200) {
            return List.of(Obstacle.of("obstacle.parties.display-name"));
        }
        return accounts.loginIsTaken(login)
                ? List.of(Obstacle.of("obstacle.parties.login-taken"))
                : List.of();
    }
}
