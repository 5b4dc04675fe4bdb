package org.nostos.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.nostos.parties.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// How often one account may ask in a minute; whoever asks more often is told when to come again.
@Component
class RateLimit implements HandlerInterceptor, WebMvcConfigurer {

    private static final int MOST_ACCOUNTS = 10_000;

    private final int perMinute;
    private final Map<UUID, Integer> asked = new LinkedHashMap<>();
    private long minute;

    RateLimit(@Value("${nostos.api.per-minute:600}") int perMinute) {
        this.perMinute = perMinute;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Instant now = Instant.now(Clock.systemUTC());
        if (Caller.current().map(Caller::account).filter(who -> !may(who, now)).isEmpty()) {
            return true;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", Long.toString(60 - now.getEpochSecond() % 60));
        return false;
    }

    /// Counts the question in; whether it is one of those that are answered.
    private synchronized boolean may(UUID who, Instant now) {
        long current = now.getEpochSecond() / 60;
        if (current != minute) {
            asked.clear();
            minute = current;
        }
        Iterator<UUID> oldest = asked.keySet().iterator();
        if (asked.size() >= MOST_ACCOUNTS && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        return asked.merge(who, 1, Integer::sum) <= perMinute;
    }
}
