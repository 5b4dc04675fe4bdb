package org.nostos.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The language a reader chose, as their browser remembers it; else the first that their browser
/// prefers of those that are whole; else English.
final class ChosenLanguage implements LocaleResolver {

    /// Holds the tag of a language and nothing else.
    static final String COOKIE = "nostos-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(cookie)
                .flatMap(chosen -> Language.tagged(chosen.getValue()))
                .orElseGet(() -> preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .locale();
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen by its form");
    }

    static Language preferred(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return Language.ENGLISH;
        }
        try {
            return first(LanguageRange.parse(accepted));
        } catch (IllegalArgumentException e) {
            return Language.ENGLISH;
        }
    }

    private static Language first(List<LanguageRange> ranges) {
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> range.getRange().split("-", 2)[0])
                .flatMap(tag -> Language.tagged(tag).stream())
                .filter(Language::isWhole)
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
