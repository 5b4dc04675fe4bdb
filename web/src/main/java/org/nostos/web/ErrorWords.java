package org.nostos.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Chooses the words of an error page by its status alone: nothing of what was sent or of what broke
/// reaches the page.
@Component
class ErrorWords implements ErrorViewResolver {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 409, 413, 429);

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return new ModelAndView("error", Map.of("shown", shown(status.value())), status);
    }

    /// The status whose words are said.
    static int shown(int status) {
        return WITH_WORDS.contains(status) ? status : 500;
    }
}
