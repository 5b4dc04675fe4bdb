package org.nostos.web.signin;

import java.util.List;
import org.nostos.parties.Caller;
import org.nostos.parties.HalfSignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// What Spring Security knows of whoever came through the door. The principal is the [Caller], or a
/// [HalfSignedIn] who has no role and so reaches no page but their next step.
final class SignedIn {

    private SignedIn() {}

    static Authentication wholly(Caller caller) {
        return UsernamePasswordAuthenticationToken.authenticated(
                caller, null, List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
    }

    static Authentication halfway(HalfSignedIn half) {
        return UsernamePasswordAuthenticationToken.authenticated(half, null, List.of());
    }
}
