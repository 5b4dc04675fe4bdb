package org.nostos.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/// The choice of a language in the frame: the one that is spoken, and the page to come back to.
public record Tongue(Language now, String back) {

    /// An answer to a form cannot be asked for again: from there the way leads to the first page.
    static Tongue of(Locale locale, HttpServletRequest request) {
        boolean again =
                request.getMethod().equals("GET")
                        && request.getDispatcherType() == DispatcherType.REQUEST;
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        return new Tongue(
                Language.of(locale), again ? path + (query == null ? "" : "?" + query) : "/");
    }

    public List<Language> all() {
        return List.of(Language.values());
    }
}
