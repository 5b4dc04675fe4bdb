package org.nostos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.nostos.parties.Caller;
import org.nostos.parties.OwnLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Keeps the language that somebody chose: in their browser, and with their account once they are in.
@Component
public class LanguageKept {

    private static final String AT_THE_DOOR = "nostos.language";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final OwnLanguage own;

    LanguageKept(OwnLanguage own) {
        this.own = own;
    }

    /// Speaks this language to the reader from the next page on.
    void choose(Language language, HttpServletRequest request, HttpServletResponse response) {
        remember(language, request, response);
        if (Caller.current().isPresent()) {
            own.choose(language.tag());
        } else {
            request.getSession().setAttribute(AT_THE_DOOR, language.tag());
        }
    }

    /// Somebody comes in: what they chose at the door is kept with their account, or else what is kept
    /// there is spoken in this browser too.
    public void arrive(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession().getAttribute(AT_THE_DOOR) instanceof String chosen) {
            request.getSession().removeAttribute(AT_THE_DOOR);
            caller.run(() -> own.choose(chosen));
        } else {
            caller.call(own::mine)
                    .flatMap(Language::tagged)
                    .ifPresent(language -> remember(language, request, response));
        }
    }

    private static void remember(
            Language language, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie =
                ResponseCookie.from(ChosenLanguage.COOKIE, language.tag())
                        .path(request.getContextPath() + "/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(A_YEAR)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
