package org.nostos.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/// What a program is told when something went wrong: the words of the error page, in its language.
@Component
class ErrorAnswers extends DefaultErrorAttributes {

    private final MessageSource messages;

    ErrorAnswers(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(
            WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> said = super.getErrorAttributes(request, options);
        if (said.get("status") instanceof Integer status) {
            Locale locale = LocaleContextHolder.getLocale();
            String key = "error." + ErrorWords.shown(status);
            said.put("error", messages.getMessage(key + ".title", null, locale));
            said.put("message", messages.getMessage(key + ".text", null, locale));
        }
        return said;
    }
}
