package org.nostos.web.signin;

import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;
import org.nostos.parties.HalfSignedIn;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.nostos.parties.Visitor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/// Signs a login and password in at the door. The details of an attempt are its [Visitor].
public final class SignInProvider implements AuthenticationProvider {

    private final SigningIn signingIn;

    public SignInProvider(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt)
            throws AuthenticationException {
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        Visitor from =
                attempt.getDetails() instanceof Visitor visitor
                        ? visitor
                        : new Visitor("unknown", "");
        Outcome outcome = signingIn.signIn(attempt.getName(), password, from);
        return switch (outcome) {
            case Outcome.SignedIn(Caller caller) -> SignedIn.wholly(caller);
            case Outcome.HalfWay(HalfSignedIn half) -> SignedIn.halfway(half);
            case Outcome.Refused refused -> throw new BadCredentialsException("refused");
            case Outcome.Closed closed -> throw new DoorClosed(closed.comeBackIn());
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
