package org.nostos.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;
import org.nostos.parties.SigningIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Ends the database's session when the browser's ends, so that its proof is worth nothing.
@Component
public final class SigningOut implements LogoutHandler {

    private final SigningIn signingIn;

    public SigningOut(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication signedIn) {
        if (signedIn != null && signedIn.getPrincipal() instanceof Caller caller) {
            signingIn.signOut(caller);
        }
    }
}
