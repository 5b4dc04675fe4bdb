package org.nostos.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.nostos.parties.Caller;
import org.nostos.parties.Door.Reset;
import org.nostos.parties.HalfSignedIn;
import org.nostos.parties.SecondFactors;
import org.nostos.web.LanguageKept;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Where somebody goes who has come through the door, or halfway: to the next step, to what they have
/// to be told, to the page they asked for.
@Component
public final class Arriving implements AuthenticationSuccessHandler {

    /// The session's attribute with what the account page still has to tell.
    public static final String TO_TELL = "nostos.to-tell";

    private final SecondFactors factors;
    private final LanguageKept languages;
    private final AuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    public Arriving(SecondFactors factors, LanguageKept languages) {
        this.factors = factors;
        this.languages = languages;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        switch (signedIn.getPrincipal()) {
            case HalfSignedIn half -> response.sendRedirect(request.getContextPath() + step(half));
            case Caller caller -> goOn(caller, request, response, signedIn);
            case null, default -> throw new IllegalStateException("nobody has come in");
        }
    }

    /// The page of somebody's next step.
    public static String step(HalfSignedIn half) {
        return "/login/" + half.next().name().toLowerCase(Locale.ROOT);
    }

    /// Puts whoever has just come in, wholly or halfway, in the place of who they were a moment ago:
    /// under a new session id, with a new token against forged requests.
    void become(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private void goOn(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication signedIn)
            throws IOException, ServletException {
        languages.arrive(caller, request, response);
        List<Reset> toTell = caller.call(factors::tellResets);
        if (toTell.isEmpty()) {
            onwards.onAuthenticationSuccess(request, response, signedIn);
        } else {
            request.getSession().setAttribute(TO_TELL, toTell);
            response.sendRedirect(request.getContextPath() + "/account");
        }
    }
}
