package org.nostos.web.listing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/// Who may take a list out of the house, as a file or on paper.
///
/// Those who work for the committee and its parties may, a ministry its own desk, an administrator the
/// accounts. A monitor has aggregates alone; counsel and the independent hand have persons one at a
/// time, each for a file that was put before them, and no list of them.
///
/// Whoever may not is refused before the page reads anything, whichever page it is.
final class Taking implements HandlerInterceptor {

    private static final Set<Role> MAY =
            EnumSet.of(
                    Role.INTAKE_OFFICER,
                    Role.IDENTITY_REVIEWER,
                    Role.SECOND_REVIEWER,
                    Role.CASE_OFFICER,
                    Role.LEGAL_REVIEWER,
                    Role.ANALYST,
                    Role.CONSULAR_OFFICER,
                    Role.ADMINISTRATOR);

    /// Whether the caller may.
    static boolean isOpen() {
        return Caller.current().map(Caller::role).filter(MAY::contains).isPresent();
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (takesAway(request) && !isOpen()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return true;
    }

    private static boolean takesAway(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(one ->
                        one.getKey().equals(Asked.AS) || one.getKey().endsWith("." + Asked.AS))
                .flatMap(one -> Arrays.stream(one.getValue()))
                .anyMatch(as -> as.equals("csv") || as.equals("print"));
    }
}
