package org.nostos.web.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.cases.CaseChanges;
import org.nostos.cases.ChangedMeanwhile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Whoever sends a form of a case after somebody else acted on it sees what changed since, by whom and
/// when, beside what they wrote, and decides anew.
@Component
@ControllerAdvice
class SecondHand implements HandlerInterceptor, WebMvcConfigurer {

    private static final String LATE = "cameSecond";
    private static final List<String> WORDS =
            List.of(
                    "on",
                    "until",
                    "due",
                    "reason",
                    "words",
                    "source",
                    "language",
                    "interpreter",
                    "witness",
                    "panel",
                    "dissent",
                    "views",
                    "place",
                    "needs",
                    "answer",
                    "name",
                    "whom",
                    "authority",
                    "order",
                    "contact",
                    "description",
                    "text");

    private final ChangedMeanwhile changed;

    SecondHand(ChangedMeanwhile changed) {
        this.changed = changed;
    }

    /// What the next page needs to know: which case, since when, and what was written.
    record Late(UUID subject, Instant shown, Map<String, String> written) {}

    /// What the page says of it.
    public record Meanwhile(List<CaseChanges.Change> changes, Map<String, String> written) {
        public Meanwhile {
            changes = List.copyOf(changes);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView answer) {
        UUID subject = ShownAt.subject(request);
        String shown = request.getParameter(ShownAt.FIELD);
        if (subject != null && shown != null && shown.matches("\\d{1,15}") && cameSecond(request)) {
            Instant at = Instant.ofEpochMilli(Long.parseLong(shown));
            RequestContextUtils.getOutputFlashMap(request)
                    .put(LATE, new Late(subject, at, written(request)));
        }
    }

    private static boolean cameSecond(HttpServletRequest request) {
        Object said = RequestContextUtils.getOutputFlashMap(request).get("obstacles");
        return said instanceof Collection<?> obstacles
                && obstacles.stream()
                        .anyMatch(one ->
                                one instanceof Obstacle obstacle
                                        && obstacle.code().equals("obstacle.case.changed"));
    }

    private static Map<String, String> written(HttpServletRequest request) {
        Map<String, String> written = new LinkedHashMap<>();
        for (String field : WORDS) {
            String value = request.getParameter(field);
            if (value != null && !value.isBlank()) {
                written.put(field, value);
            }
        }
        return written;
    }

    @ModelAttribute
    void meanwhile(HttpServletRequest request, Model model) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        if (flash != null && flash.get(LATE) instanceof Late late) {
            model.addAttribute(
                    "meanwhile",
                    new Meanwhile(changed.since(late.subject, late.shown), late.written));
        }
    }
}
