package org.nostos.web.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Caller;
import org.nostos.parties.Sessions;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Binds the request to the caller who signed in, so that every transaction of it enters as them. Whoever
/// is not signed in any more is shown the door.
///
/// A page that asks for its own news does not keep a session from growing idle: only its human does.
public final class CallerFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    public CallerFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof Caller caller)) {
            chain.doFilter(request, response);
        } else if (isToBeChecked(request) && !sessions.isOpen(caller, isOfAHuman(request))) {
            showTheDoor(request, response);
        } else {
            callAs(caller, request, response, chain);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean isToBeChecked(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getDispatcherType() == DispatcherType.REQUEST
                && !path.contains("/webjars/")
                && !path.matches(".*\\.(css|js|svg)");
    }

    private static boolean isOfAHuman(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || request.getHeader("HX-Request") == null;
    }

    /// A part of a page is told to load the whole door, not to put it in its own place.
    private static void showTheDoor(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityContextHolder.clearContext();
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        String door = request.getContextPath() + "/login?ended";
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(door);
        } else {
            response.setHeader("HX-Redirect", door);
        }
    }

    private static void callAs(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            caller.<Boolean, Exception>call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
