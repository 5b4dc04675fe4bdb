package org.nostos.web.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/// Lets every form of a case carry the moment at which its page was shown, as it carries its token.
@Component
class ShownAt implements BeanPostProcessor {

    static final String FIELD = "shownAt";

    private static final Pattern OF_A_CASE =
            Pattern.compile("/(?:cases|notes|assurances)/([0-9a-f-]{36})(?:/.*)?");

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor tokens ? new Dated(tokens) : bean;
    }

    /// The case, note or assurance of which this is a page.
    static @Nullable UUID subject(HttpServletRequest request) {
        Matcher found = OF_A_CASE.matcher(request.getRequestURI());
        return found.matches() ? UUID.fromString(found.group(1)) : null;
    }

    /// Whatever adds the token adds the moment.
    private record Dated(RequestDataValueProcessor tokens) implements RequestDataValueProcessor {

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return tokens.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return tokens.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = tokens.getExtraHiddenFields(request);
            if (fields == null || fields.isEmpty() || subject(request) == null) {
                return fields;
            }
            Map<String, String> dated = new HashMap<>(fields);
            dated.put(FIELD, Long.toString(Instant.now(Clock.systemUTC()).toEpochMilli()));
            return dated;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return tokens.processUrl(request, url);
        }
    }
}
