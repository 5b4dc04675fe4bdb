package org.nostos.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.HalfSignedIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/// Leads somebody who is only halfway in from any page to their next step, and from there to the page they
/// asked for; whoever else may not open a page is told so.
public final class StillHalfway implements AccessDeniedHandler {

    private final AccessDeniedHandler refusing = new AccessDeniedHandlerImpl();
    private final RequestCache asked = new HttpSessionRequestCache();

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null
                && who.getPrincipal() instanceof HalfSignedIn half
                && request.getMethod().equals("GET")) {
            asked.saveRequest(request, response);
            response.sendRedirect(request.getContextPath() + Arriving.step(half));
        } else {
            refusing.handle(request, response, refusal);
        }
    }
}
