package org.nostos.parties;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator does about who accounts are at the provider of identity. Thread-safe.
@Service
@Transactional
public class ProviderKeeping {

    private final Acts acts;
    private final Accounts accounts;
    private final ProviderIdentities identities;
    private final OneTimeLinks links;

    public ProviderKeeping(
            Acts acts, Accounts accounts, ProviderIdentities identities, OneTimeLinks links) {
        this.acts = acts;
        this.accounts = accounts;
        this.identities = identities;
        this.links = links;
    }

    /// The accounts that are bound to somebody at the provider.
    @Transactional(readOnly = true)
    public Set<UUID> bound() {
        return identities.bound();
    }

    /// A one-time link by which an account's person binds it to who they are at the provider.
    ///
    /// @throws NoSuchElementException when there is no such account
    public String invite(UUID account) {
        if (accounts.byId(account).isEmpty()) {
            throw new NoSuchElementException("no such account: " + account);
        }
        acts.record(act("parties.provider-invited", account));
        String token = links.newToken();
        identities.invite(account, OneTimeLinks.hash(token), OneTimeLinks.INVITATION_LASTS);
        return token;
    }

    /// Ends what binds the account. Sessions that it opened stay open until they are ended.
    public List<Obstacle> unbind(UUID account, String reason) {
        if (!identities.bound().contains(account)) {
            return List.of(Obstacle.of("obstacle.parties.not-bound"));
        }
        UUID act = acts.record(act("parties.provider-unbound", account).withReason(reason));
        identities.end(account, act);
        return List.of();
    }

    private static Act act(String kind, UUID account) {
        return Act.of(kind, Purpose.ADMINISTRATION, Map.of("account", account));
    }
}
