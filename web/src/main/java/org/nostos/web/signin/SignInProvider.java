package org.nostos.web.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Signs a login and password in at the door. The principal is the [Caller].
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
        Outcome outcome = signingIn.signIn(attempt.getName(), password, addressOf(attempt));
        return switch (outcome) {
            case Outcome.SignedIn(Caller caller) -> signedIn(caller, attempt);
            case Outcome.Refused refused -> throw new BadCredentialsException("refused");
            case Outcome.Closed closed -> throw new LockedException("closed");
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static Authentication signedIn(Caller caller, Authentication attempt) {
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(
                        caller, null, List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
        token.setDetails(attempt.getDetails());
        return token;
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
    }
}
