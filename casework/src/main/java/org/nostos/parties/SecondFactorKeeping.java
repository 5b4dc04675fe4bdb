package org.nostos.parties;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator sees and does of others' second factors. Thread-safe.
@Service
public class SecondFactorKeeping {

    private final Acts acts;
    private final Accounts accounts;
    private final SecondFactorRows rows;

    public SecondFactorKeeping(Acts acts, Accounts accounts, SecondFactorRows rows) {
        this.acts = acts;
        this.accounts = accounts;
        this.rows = rows;
    }

    /// The accounts that have one, as far as the caller may know.
    @Transactional(readOnly = true)
    public Set<UUID> having() {
        return rows.having();
    }

    /// How many recovery codes the caller has left.
    @Transactional(readOnly = true)
    public long recoveryCodesLeft() {
        return rows.recoveryCodesLeft();
    }

    /// The open accounts that decide, or keep accounts, without a second factor. Whole for an
    /// administrator and for the engine.
    @Transactional(readOnly = true)
    public List<Account> decidingWithout() {
        Set<UUID> having = rows.having();
        return accounts.all().stream()
                .filter(account -> !account.closed() && SignInRules.decides(account.role()))
                .filter(account -> !having.contains(account.id()))
                .toList();
    }

    /// Takes an account's second factor away and ends its sessions; its person is told at the next
    /// sign-in.
    @Transactional
    public List<Obstacle> reset(UUID account, String reason) {
        if (account.equals(Caller.required().account())) {
            return List.of(Obstacle.of("obstacle.parties.own-second-factor"));
        }
        if (!rows.having().contains(account)) {
            return List.of(Obstacle.of("obstacle.parties.no-second-factor"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "parties.second-factor-reset",
                                        Purpose.ADMINISTRATION,
                                        Map.of("account", account))
                                .withReason(reason));
        rows.reset(account, act);
        return List.of();
    }
}
