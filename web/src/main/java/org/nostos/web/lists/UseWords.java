package org.nostos.web.lists;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What a column is read as, in words. Templates say `@uses`.
@Component("uses")
class UseWords {

    private static final String MEMBER = "member:";
    private static final String OF_MEMBER = "of-member:";

    private final MessageSource messages;

    UseWords(MessageSource messages) {
        this.messages = messages;
    }

    /// The words for the use with this key.
    public String words(String key) {
        if (key.startsWith(MEMBER)) {
            return say("list.use.member", say("relation." + key.substring(MEMBER.length())));
        }
        if (key.startsWith(OF_MEMBER)) {
            return say("list.use.of-member", words(key.substring(OF_MEMBER.length())));
        }
        return say("list.use." + key.replace(':', '.'));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
