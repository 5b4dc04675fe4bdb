package org.nostos.registry;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Account;
import org.nostos.parties.Accounts;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who keeps a compartment: proposed by an administrator with a reason, confirmed by another person,
/// never by the one it is about. Thread-safe.
@Service
@Transactional
public class KeeperAppointing {

    private static final int LONGEST_REASON = 2000;

    private final Acts acts;
    private final Keepers keepers;
    private final Accounts accounts;

    public KeeperAppointing(Acts acts, Keepers keepers, Accounts accounts) {
        this.acts = acts;
        this.keepers = keepers;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public List<Keeper> all() {
        return keepers.all();
    }

    /// The accounts that could keep a compartment: those of people who may see persons.
    @Transactional(readOnly = true)
    public List<Account> candidates() {
        return accounts.all().stream().filter(KeeperAppointing::couldKeep).toList();
    }

    public List<Obstacle> propose(UUID account, Compartment kind, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.registry.keeper-reason"));
        }
        Account who = accounts.byId(account).orElseThrow(NoSuchElementException::new);
        if (!couldKeep(who)) {
            return List.of(Obstacle.of("obstacle.registry.keeper-role"));
        }
        if (keepers.all().stream()
                .anyMatch(k -> k.account().equals(account) && k.kind() == kind && !k.isEnded())) {
            return List.of(Obstacle.of("obstacle.registry.keeper-already"));
        }
        UUID id = UUID.randomUUID();
        UUID act = acts.record(act("registry.keeper-proposed", id, account, kind).withReason(why));
        keepers.propose(id, account, who.party(), kind, why, act);
        return List.of();
    }

    public List<Obstacle> confirm(UUID id) {
        Keeper keeper = keepers.byId(id).orElseThrow(NoSuchElementException::new);
        UUID me = Caller.required().account();
        if (!keeper.waits()) {
            return List.of(Obstacle.of("obstacle.registry.keeper-settled"));
        }
        if (keeper.proposedBy().equals(me) || keeper.account().equals(me)) {
            return List.of(Obstacle.of("obstacle.registry.keeper-other-hand"));
        }
        keepers.confirm(
                id,
                acts.record(act("registry.keeper-confirmed", id, keeper.account(), keeper.kind())));
        return List.of();
    }

    /// Ends it, or takes the proposal back.
    public List<Obstacle> end(UUID id, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.registry.keeper-reason"));
        }
        Keeper keeper = keepers.byId(id).orElseThrow(NoSuchElementException::new);
        if (keeper.isEnded()) {
            return List.of(Obstacle.of("obstacle.registry.keeper-settled"));
        }
        UUID act =
                acts.record(
                        act("registry.keeper-ended", id, keeper.account(), keeper.kind())
                                .withReason(why));
        keepers.end(id, why, act);
        return List.of();
    }

    private static Act act(String kind, UUID id, UUID account, Compartment compartment) {
        return Act.of(
                kind,
                Purpose.ADMINISTRATION,
                Map.of("keeper", id, "account", account, "compartment", compartment.key()));
    }

    private static boolean couldKeep(Account account) {
        Role role = account.role();
        return !account.closed()
                && (role == Role.INTAKE_OFFICER
                        || role == Role.IDENTITY_REVIEWER
                        || role == Role.SECOND_REVIEWER);
    }
}
