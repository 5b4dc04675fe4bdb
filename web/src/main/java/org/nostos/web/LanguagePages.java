package org.nostos.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Choosing the language of the pages, from any of them and back to it.
@Controller
class LanguagePages {

    private final LanguageKept kept;

    LanguagePages(LanguageKept kept) {
        this.kept = kept;
    }

    @PostMapping("/language")
    void choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Language chosen =
                Language.tagged(language)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        kept.choose(chosen, request, response);
        response.sendRedirect(request.getContextPath() + ofThisHouse(back));
    }

    /// A path of this house, and nothing that a browser could take for another's.
    static String ofThisHouse(String back) {
        return back.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*") ? back : "/";
    }
}
