package org.nostos.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;
import org.nostos.parties.HalfSignedIn;
import org.nostos.parties.ProviderSigningIn;
import org.nostos.parties.SigningIn.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// Receives somebody whom the provider has vouched for: finds the account that is bound to them, or
/// binds the one whose link they hold, and lets them in as any other. Whoever has no account stays out.
@Component
public final class ProviderArrival
        implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    /// The session's attribute with the link that somebody has agreed to use.
    static final String LINK = "nostos.provider-link";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderArrival.class);

    private final ProviderSigningIn signingIn;
    private final Arriving arriving;

    public ProviderArrival(ProviderSigningIn signingIn, Arriving arriving) {
        this.signingIn = signingIn;
        this.arriving = arriving;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication vouched)
            throws IOException, ServletException {
        if (!(vouched.getPrincipal() instanceof OidcUser user)) {
            refuse("refused", request, response);
            return;
        }
        String issuer = Objects.requireNonNull(user.getIssuer()).toString();
        String subject = Objects.requireNonNull(user.getSubject());
        if (!bound(request, issuer, subject)) {
            refuse("not-bound", request, response);
            return;
        }
        Optional<Authentication> in =
                signingIn
                        .signIn(issuer, subject, Visitors.of(request))
                        .flatMap(ProviderArrival::in);
        if (in.isPresent()) {
            arriving.become(in.get(), request, response);
            arriving.onAuthenticationSuccess(request, response, in.get());
        } else {
            refuse("unknown", request, response);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String code =
                why instanceof OAuth2AuthenticationException failure
                        ? failure.getError().getErrorCode()
                        : why.getClass().getSimpleName();
        LOG.warn("the provider's answer does not hold: {}", code.replaceAll("[^\\w.-]", "_"));
        refuse("refused", request, response);
    }

    /// Uses the link that this browser has agreed to, if it has one.
    private boolean bound(HttpServletRequest request, String issuer, String subject) {
        HttpSession session = request.getSession();
        @Nullable Object link = session.getAttribute(LINK);
        session.removeAttribute(LINK);
        return link == null || signingIn.bind(link.toString(), issuer, subject);
    }

    private static Optional<Authentication> in(Outcome outcome) {
        return switch (outcome) {
            case Outcome.SignedIn(Caller caller) -> Optional.of(SignedIn.wholly(caller));
            case Outcome.HalfWay(HalfSignedIn half) -> Optional.of(SignedIn.halfway(half));
            case Outcome.Refused _, Outcome.Closed _ -> Optional.empty();
        };
    }

    private static void refuse(String why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityContextHolder.clearContext();
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(request.getContextPath() + "/login/provider?why=" + why);
    }
}
