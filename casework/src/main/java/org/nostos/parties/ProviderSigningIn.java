package org.nostos.parties;

import java.util.Optional;
import org.nostos.parties.Door.Invitation;
import org.nostos.parties.Door.Invitation.Opens;
import org.nostos.parties.SigningIn.Outcome;
import org.springframework.stereotype.Service;

/// Signing in by way of a provider of identity (OpenID Connect).
///
/// The provider says who somebody is; what they may do is said here alone. Somebody it vouches for who
/// is bound to no account stays outside: accounts are opened by an administrator, and bound by whoever
/// holds the administrator's one-time link. Thread-safe.
@Service
public class ProviderSigningIn {

    private final Door door;
    private final SigningIn signingIn;
    private final OneTimeLinks links;

    public ProviderSigningIn(Door door, SigningIn signingIn, OneTimeLinks links) {
        this.door = door;
        this.signingIn = signingIn;
        this.links = links;
    }

    /// Signs in the account that is bound to this subject of this issuer, if one is.
    public Optional<Outcome> signIn(String issuer, String subject, Visitor from) {
        return door.providerAccount(issuer, subject).map(who -> signingIn.vouchedFor(who, from));
    }

    /// Binds the link's account to this subject of this issuer. False when the link is not open, or the
    /// subject is bound to an account already.
    public boolean bind(String token, String issuer, String subject) {
        return links.lookAt(token).map(Invitation::opens).filter(Opens.PROVIDER::equals).isPresent()
                && door.bindProvider(OneTimeLinks.hash(token), issuer, subject);
    }
}
